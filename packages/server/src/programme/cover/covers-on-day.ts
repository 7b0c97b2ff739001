/**
 * "Was this person covered on day D, and what did we know then?" (PRG-04), for every programme of the tenant that had
 * begun. After the last day of a programme its last version answers, to whom it covered.
 */
import type { Day, Instant } from '@anpei/domain/kernel'
import { coverUntilEnd, type CoverSpan, type ProgrammeVersion } from '@anpei/domain/programme'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { versionOf } from '../versions/published-versions.ts'

export type CoverOnDay = {
  readonly programmeId: string
  readonly programme: string
  readonly versionId: string
  readonly versionNo: number
  readonly version: ProgrammeVersion
  readonly covered: boolean
  /** The span that holds the day; null when not covered. */
  readonly from: Day | null
  readonly to: Day | null
  /** The last day of the programme, where the day asked for is after it; else null. */
  readonly endedOn: Day | null
  /** All cover of the person under this programme, as known. */
  readonly spans: readonly CoverSpan[]
}

/** Known ids are read without their definitions: those are large and stay parsed in memory. */
const definitions = new Set<string>()

/** `knownAt`: as known at that instant; now if left out. */
export async function coversOnDay(
  db: Db,
  tenantId: number,
  personId: string,
  day: Day,
  knownAt: Instant | null = null,
): Promise<CoverOnDay[]> {
  const found = await sql<{
    programme_id: string
    name: string
    last_on: Day | null
    version_id: string
    version_no: number
    definition: unknown
    spans: { from_on: Day; to_on: Day | null }[]
  }>`
    select g.id as programme_id, g.name, g.last_on, v.id as version_id, v.version_no,
      case when v.id = any(${[...definitions]}::uuid[]) then null else v.definition end as definition,
      (select coalesce(json_agg(json_build_object('from_on', k.from_on, 'to_on', k.to_on) order by k.from_on), '[]')
        from cover_period k where k.tenant_id = g.tenant_id and k.programme_id = g.id and k.person_id = ${personId}
          and ${
            knownAt === null
              ? sql`k.known_before is null`
              : sql`k.known_from <= ${knownAt} and (k.known_before is null or k.known_before > ${knownAt})`
          }) as spans
    from programme g
    join lateral (select o.id, o.version_no, o.definition from programme_version o where o.tenant_id = g.tenant_id
      and o.programme_id = g.id and o.state = 'published' and o.effective_from <= ${day}
      order by o.effective_from desc limit 1) v on true
    where g.tenant_id = ${tenantId} order by g.code`.execute(db)
  const asked = found.rows.filter(({ last_on, spans }) => last_on === null || day <= last_on || spans.length > 0)
  return asked.map((row) => {
    const version = versionOf(row.version_id, row.definition)
    definitions.add(row.version_id)
    const known = row.spans.map((span) => ({ from: span.from_on, to: span.to_on }))
    const spans = coverUntilEnd(known, row.last_on)
    const span = spans.find((one) => one.from <= day && (one.to === null || day <= one.to))
    return {
      programmeId: row.programme_id,
      programme: row.name,
      versionId: row.version_id,
      versionNo: row.version_no,
      version,
      covered: span !== undefined,
      from: span?.from ?? null,
      to: span?.to ?? null,
      endedOn: row.last_on !== null && row.last_on < day ? row.last_on : null,
      spans,
    }
  })
}
