/**
 * Where the case of a clock `k` is kept, by which programme and by whom, as SQL (CLK-05): every kind of case that
 * clocks run on has its way to an institution, so that no promise is left out of an institution's figures.
 */
import { sql, type RawBuilder } from 'kysely'

const OF_OWNER = (owner: string) => sql`left join staff_user u on u.tenant_id = s.tenant_id
  and u.id = ${sql.raw(owner)}`
const OF_VILLAGE = sql`left join institution_area a on a.tenant_id = s.tenant_id
  and a.town_code = left(s.village_code, 9)`
const OF_CLAIM = (claimId: string) => sql`left join claim l on l.tenant_id = s.tenant_id and l.id = ${sql.raw(claimId)}`
const ABOUT_CLAIM = sql`left join claim l on s.subject_kind = 'claim' and l.tenant_id = s.tenant_id
  and l.id = s.subject_id`

type Way = {
  readonly table: string
  readonly institution: string
  readonly programme: string
  /** Who answers for it now. */
  readonly owner: string
  readonly joins: readonly RawBuilder<unknown>[]
}

/** Table `s` of each kind; who keeps it, else who works on it, else who serves the village. */
const WAYS: Readonly<Record<string, Way>> = {
  claim: {
    table: 'claim',
    institution: 's.institution_id',
    programme: 's.programme_id',
    owner: 's.owner_id',
    joins: [],
  },
  // The first claim that was opened from it; before there is one, who serves its village.
  report: {
    table: 'report',
    institution: 'coalesce(l.institution_id, a.institution_id)',
    programme: 'l.programme_id',
    owner: 'coalesce(l.owner_id, s.owner_id)',
    joins: [
      OF_VILLAGE,
      sql`left join lateral (select x.institution_id, x.programme_id, x.owner_id from claim x
        where x.tenant_id = s.tenant_id and x.report_id = s.id order by x.id limit 1) l on true`,
    ],
  },
  complaint: {
    table: 'complaint',
    institution: 's.institution_id',
    programme: 'l.programme_id',
    owner: 's.responsible_id',
    joins: [OF_CLAIM('s.claim_id')],
  },
  visit: {
    table: 'visit',
    institution: 'coalesce(u.institution_id, a.institution_id)',
    programme: 'l.programme_id',
    owner: 'coalesce(s.visitor_id, s.recorded_by)',
    joins: [OF_OWNER('coalesce(s.visitor_id, s.recorded_by)'), OF_VILLAGE, ABOUT_CLAIM],
  },
  request: {
    table: 'desk_request',
    institution: 'coalesce(s.institution_id, u.institution_id, a.institution_id)',
    programme: 'null::uuid',
    owner: 's.owner_id',
    joins: [OF_OWNER('coalesce(s.owner_id, s.registered_by)'), OF_VILLAGE],
  },
  callback: {
    table: 'callback',
    institution: 'coalesce(l.institution_id, u.institution_id, a.institution_id)',
    programme: 'l.programme_id',
    owner: 's.owner_id',
    joins: [OF_OWNER('s.owner_id'), OF_VILLAGE, ABOUT_CLAIM],
  },
  enrolment: {
    table: 'enrolment',
    institution: 'coalesce(u.institution_id, a.institution_id)',
    programme: 's.programme_id',
    owner: 'coalesce(s.checked_by, s.recorded_by)',
    joins: [OF_OWNER('coalesce(s.checked_by, s.recorded_by)'), OF_VILLAGE],
  },
  assisted_claim: {
    table: 'assisted_claim',
    institution: 'u.institution_id',
    programme: 'null::uuid',
    owner: 's.owner_id',
    joins: [OF_OWNER('s.owner_id')],
  },
  data_request: {
    table: 'data_request',
    institution: 'u.institution_id',
    programme: 'null::uuid',
    owner: 's.owner_id',
    joins: [OF_OWNER('coalesce(s.owner_id, s.recorded_by)')],
  },
  data_incident: {
    table: 'data_incident',
    institution: 'u.institution_id',
    programme: 'null::uuid',
    owner: 's.owner_id',
    joins: [OF_OWNER('coalesce(s.owner_id, s.recorded_by)')],
  },
  improvement: {
    table: 'improvement',
    institution: 'coalesce(s.institution_id, u.institution_id)',
    programme: 's.programme_id',
    owner: 's.owner_id',
    joins: [OF_OWNER('s.owner_id')],
  },
  call: {
    table: 'desk_call',
    institution: 'u.institution_id',
    programme: 'null::uuid',
    owner: 'coalesce(s.owner_id, s.agent_id)',
    joins: [OF_OWNER('coalesce(s.owner_id, s.agent_id)')],
  },
  box: { table: 'desk_box', institution: 's.institution_id', programme: 'null::uuid', owner: 'null::uuid', joins: [] },
}
export const PLACED_KINDS: readonly string[] = Object.keys(WAYS)

function placesOf(kind: string): RawBuilder<unknown> {
  const way = WAYS[kind]
  if (way === undefined) throw new Error(`no way to the institution of a ${kind}`)
  return sql`select s.tenant_id, s.id, ${sql.raw(way.institution)} as institution_id,
      ${sql.raw(way.programme)} as programme_id, ${sql.raw(way.owner)} as owner_id
    from ${sql.table(way.table)} s ${sql.join(way.joins, sql` `)}`
}

/** All cases of a kind at once, to be joined to many clocks. */
export function placesOfKind(tenantId: number, kind: string): RawBuilder<unknown> {
  return sql`${placesOf(kind)} where s.tenant_id = ${tenantId}`
}

/** The one case of clock `k`, whatever of these kinds it is: the others' branches are never begun. */
export function placeOfOne(kinds: readonly string[] = PLACED_KINDS): RawBuilder<unknown> {
  const one = kinds.map(
    (kind) => sql`(${placesOf(kind)} where k.subject_kind = ${kind} and s.tenant_id = k.tenant_id
      and s.id = k.subject_id)`,
  )
  return sql`select institution_id, programme_id, owner_id from (${sql.join(one, sql` union all `)}) place`
}
