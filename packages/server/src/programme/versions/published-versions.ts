/**
 * Published programme versions, parsed once: a published version never changes (PRG-01), so what was read stays true.
 */
import { readFileSync } from 'node:fs'
import { parseProgrammeVersion, parseStandard, type ProgrammeVersion, type Standards } from '@anpei/domain/programme'
import { dayOfInstant, type Day } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'

const CONFIG = new URL('../../../../../config/', import.meta.url)
const parsed = new Map<string, ProgrammeVersion>()
let standards: Standards | undefined

export function versionOf(id: string, definition: unknown): ProgrammeVersion {
  const known = parsed.get(id)
  if (known) return known
  const read = parseProgrammeVersion(definition)
  if (!read.ok) throw new Error(`programme version ${id}: ${read.code} ${JSON.stringify(read.facts)}`)
  parsed.set(id, read.value)
  return read.value
}

export async function loadVersion(db: Db, tenantId: number, id: string): Promise<ProgrammeVersion> {
  const known = parsed.get(id)
  if (known) return known
  const row = await db
    .selectFrom('programme_version')
    .select(['definition', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (row.state !== 'published') throw new Error(`programme version ${id} is not published`)
  return versionOf(id, row.definition)
}

/**
 * Of several programmes the one a stranger is told of and enrols in: not ended today, and offered longest, so that
 * a new one takes nothing over by its publication.
 */
export async function programmeOffered({ db, actor, now }: Tx): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select programme_id as id from programme_version
    where tenant_id = ${actor.tenantId} and state = 'published' group by programme_id
    having bool_or(effective_before is null or effective_before > ${dayOfInstant(now)}::date)
    order by min(effective_from), programme_id limit 1`.execute(db)
  return rows[0]?.id ?? null
}

/** What the programme offered says today; where all have ended, the last that did: its claims go on. */
export async function versionOffered(tx: Tx): Promise<ProgrammeVersion | null> {
  const programmeId = await programmeOffered(tx)
  if (programmeId === null) return lastEnded(tx)
  const version = await publishedOn(tx.db, tx.actor.tenantId, programmeId, dayOfInstant(tx.now))
  return version?.content ?? null
}

async function lastEnded({ db, actor }: Tx): Promise<ProgrammeVersion | null> {
  const row = await db
    .selectFrom('programme_version')
    .select(['id', 'definition'])
    .where('tenant_id', '=', actor.tenantId)
    .where('state', '=', 'published')
    .orderBy('effective_before', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? versionOf(row.id, row.definition) : null
}

/** The published version in force on a day. */
export async function publishedOn(
  db: Db,
  tenantId: number,
  programmeId: string,
  on: Day,
): Promise<{ id: string; versionNo: number; content: ProgrammeVersion } | null> {
  const row = await db
    .selectFrom('programme_version')
    .select(['id', 'version_no', 'definition'])
    .where('tenant_id', '=', tenantId)
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'published')
    .where('effective_from', '<=', on)
    .where((where) => where.or([where('effective_before', 'is', null), where('effective_before', '>', on)]))
    .executeTakeFirst()
  return row ? { id: row.id, versionNo: row.version_no, content: versionOf(row.id, row.definition) } : null
}

/** The day its first published version came, or comes, into force. */
export async function firstPublishedDay(db: Db, tenantId: number, programmeId: string): Promise<Day | null> {
  const row = await db
    .selectFrom('programme_version')
    .select('effective_from')
    .where('tenant_id', '=', tenantId)
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'published')
    .orderBy('effective_from')
    .limit(1)
    .executeTakeFirst()
  return row?.effective_from ?? null
}

/** JR/T 0083-2013 and whatever other standards config/standards holds. */
export function loadStandards(): Standards {
  if (standards) return standards
  const read = parseStandard(JSON.parse(readFileSync(new URL('standards/jrt0083.json', CONFIG), 'utf8')))
  if (!read.ok) throw new Error(`standard: ${JSON.stringify(read.facts)}`)
  return (standards = new Map([[read.value.id, read.value]]))
}
