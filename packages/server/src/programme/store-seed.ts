/**
 * The programmes of config/programmes, through the same parser and linter as the editor: programme, published versions,
 * and one policy per policy year (PRG-01, PRG-02, PRG-06). A second run changes nothing.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { addDays, type Day, type Instant } from '@anpei/domain/kernel'
import { parseProgrammeVersion, policyYearOf, publishable, type ProgrammeVersion } from '@anpei/domain/programme'
import type { Db } from '../db/index.ts'
import { newId } from '../kernel/index.ts'
import { loadStandards } from './versions/published-versions.ts'
import { seedTables } from './versions/store-tables.ts'

const FOLDER = new URL('../../../../config/programmes/', import.meta.url)
/** Who takes the policies out. */
export type PolicyHolder = { readonly name: string; readonly phone: string }

const DEMO_HOLDER: PolicyHolder = { name: '汕头市潮南区民政局（演示）', phone: '0754-80000100' }

export async function seedProgrammes(db: Db, tenantId: number, now: Instant, holder = DEMO_HOLDER): Promise<void> {
  await seedTables(db, tenantId, now)
  for (const code of readdirSync(FOLDER)) {
    const known = await db
      .selectFrom('programme')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('code', '=', code)
      .executeTakeFirst()
    if (!known) await seedProgramme(db, tenantId, now, code, holder)
  }
}

async function seedProgramme(
  db: Db,
  tenantId: number,
  now: Instant,
  code: string,
  holder: PolicyHolder,
): Promise<void> {
  const files = readdirSync(new URL(`${code}/`, FOLDER))
    .filter((name) => name.endsWith('.json'))
    .sort()
  const versions = files.map((name) => readVersion(`${code}/${name}`))
  const first = versions[0]
  if (!first) throw new Error(`config/programmes/${code} is empty`)
  const programmeId = newId()
  await db
    .insertInto('programme')
    .values({
      tenant_id: tenantId,
      id: programmeId,
      code,
      name: first.version.title,
      roster_mode: first.version.parameters.rosterMode,
      last_on: versions.at(-1)?.version.inForceTo ?? null,
    })
    .execute()
  await db
    .insertInto('programme_version')
    .values(
      versions.map(({ version, json, hash }, index) => ({
        tenant_id: tenantId,
        id: newId(),
        programme_id: programmeId,
        version_no: index + 1,
        state: 'published',
        effective_from: version.inForceFrom,
        effective_before: version.inForceTo === null ? null : addDays(version.inForceTo, 1),
        definition: json,
        definition_hash: hash,
        reason: '首次装载',
        made_at: now,
        published_at: now,
      })),
    )
    .execute()
  await db
    .insertInto('policy')
    .values(versions.map(({ version }) => policyOf(tenantId, programmeId, code, version, holder)))
    .execute()
}

function policyOf(
  tenantId: number,
  programmeId: string,
  code: string,
  version: ProgrammeVersion,
  holder: PolicyHolder,
) {
  const year = policyYearOf(version.inForceFrom, version.policyYearStart)
  return {
    tenant_id: tenantId,
    id: newId(),
    programme_id: programmeId,
    policy_no: `${code.toUpperCase()}-${yearOf(year.from)}`,
    holder_name: holder.name,
    holder_phone: holder.phone,
    from_on: year.from,
    to_on: year.to,
    premium_per_head_fen: version.premium.perHeadFen,
    planned_heads: version.premium.plannedHeads,
  }
}

function yearOf(day: Day): string {
  return day.slice(0, 4)
}

function readVersion(name: string): { version: ProgrammeVersion; json: string; hash: Buffer } {
  const json = readFileSync(new URL(name, FOLDER), 'utf8')
  const read = parseProgrammeVersion(JSON.parse(json))
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.facts)}`)
  const fit = publishable(read.value, loadStandards())
  if (!fit.ok) throw new Error(`${name}: ${JSON.stringify(fit.facts)}`)
  return { version: read.value, json, hash: createHash('sha256').update(json).digest() }
}
