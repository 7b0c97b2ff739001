/**
 * Clocks with what the ledger counts them by, as SQL: outcome and month as `promiseOutcome` and `monthOfPromise` say
 * them (a test holds both against each other), institution and programme of the case (CLK-05).
 */
import { NOBODY_ID, SECRET_CASES, type Actor, type Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { institutionScope, institutionsWith } from '../identity/index.ts'
import { outcomeSql } from '../sla/index.ts'
import { placeOfOne, placesOfKind, PLACED_KINDS } from './promise-place.ts'

/** Over clock `k`: a figure alone would tell that there is such a case (CMP-12). */
export const COUNTED = sql`k.subject_kind <> all(${[...SECRET_CASES]}::text[])`

/** Stands for "no institution" and "no programme" in the keys of promise_month. */
const NONE_ID = NOBODY_ID

/** The last instant before clock `k` is due: 24:00 belongs to the day it ends (SLA §2 rule 8). */
export const LAST_INSTANT = sql`(k.due_at - interval '1 microsecond')`

export const monthSql = (now: Instant) =>
  sql`to_char(coalesce(${LAST_INSTANT}, k.stopped_at, ${now}::timestamptz) at time zone 'Asia/Shanghai', 'YYYY-MM')`

export type Given = {
  readonly tenantId: number
  readonly now: Instant
  /** Over clock `k`. */
  readonly clocks: RawBuilder<unknown>
  /** Over case `c`. */
  readonly cases: RawBuilder<unknown>
}

/**
 * How the case of a clock is found: not at all, where nothing is asked of it; one by one, for the few clocks of the
 * moment (a planner would rather read a million claims); or all at once, at night.
 */
export type CaseSearch = 'none' | 'one_by_one' | 'at_once'

/** Kinds there are many cases of: their tables are joined at night, the few others are looked up one by one. */
const MANY = ['claim', 'report', 'complaint']
const FEW = PLACED_KINDS.filter((kind) => !MANY.includes(kind))

/** Kept, broken, running, cancelled by clock, month, institution and programme. */
export function countsSql({ tenantId, now, clocks, cases }: Given, search: CaseSearch): RawBuilder<unknown> {
  const shared = sql`k.clock_id, ${monthSql(now)} as month, ${outcomeSql(now)} as outcome`
  const none = sql`select ${shared}, ${NONE_ID}::uuid as institution_id, ${NONE_ID}::uuid as programme_id
    from clock k where k.tenant_id = ${tenantId} and ${COUNTED} and ${clocks}`
  const placed = (join: RawBuilder<unknown>, kinds: RawBuilder<unknown>) => sql`select ${shared},
      coalesce(c.institution_id, ${NONE_ID}::uuid) as institution_id,
      coalesce(c.programme_id, ${NONE_ID}::uuid) as programme_id
    from clock k ${join} where k.tenant_id = ${tenantId} and ${kinds} and ${COUNTED} and ${clocks} and ${cases}`
  const oneByOne = (kinds: readonly string[]) => sql`left join lateral (${placeOfOne(kinds)}) c on true`
  const parts =
    search === 'at_once'
      ? [
          ...MANY.map((kind) =>
            placed(
              sql`left join (${placesOfKind(tenantId, kind)}) c on c.id = k.subject_id`,
              sql`k.subject_kind = ${kind}`,
            ),
          ),
          placed(oneByOne(FEW), sql`k.subject_kind <> all(${MANY}::text[])`),
        ]
      : [
          placed(oneByOne(['claim']), sql`k.subject_kind = 'claim'`),
          placed(oneByOne(PLACED_KINDS.filter((kind) => kind !== 'claim')), sql`k.subject_kind <> 'claim'`),
        ]
  const found = sql.join(parts, sql` union all `)
  return sql`select clock_id, month, institution_id, programme_id,
      count(*) filter (where outcome = 'kept')::int as kept,
      count(*) filter (where outcome = 'keptByAgreement')::int as kept_by_agreement,
      count(*) filter (where outcome = 'broken')::int as broken,
      count(*) filter (where outcome = 'running')::int as running,
      count(*) filter (where outcome = 'cancelled')::int as cancelled
    from (${search === 'none' ? none : found}) counted group by clock_id, month, institution_id, programme_id`
}

/** What people call a case of another kind; looked up row by row, for the rows of a page. */
const OTHER_NO = sql`case k.subject_kind
    when 'visit' then (select v.visit_no from visit v where v.tenant_id = k.tenant_id and v.id = k.subject_id)
    when 'request' then
      (select q.request_no from desk_request q where q.tenant_id = k.tenant_id and q.id = k.subject_id)
    when 'callback' then (select b.callback_no from callback b where b.tenant_id = k.tenant_id and b.id = k.subject_id)
    when 'enrolment' then
      (select e.enrolment_no from enrolment e where e.tenant_id = k.tenant_id and e.id = k.subject_id)
    when 'assisted_claim' then
      (select s.assist_no from assisted_claim s where s.tenant_id = k.tenant_id and s.id = k.subject_id)
    when 'data_request' then
      (select d.request_no from data_request d where d.tenant_id = k.tenant_id and d.id = k.subject_id)
    when 'data_incident' then
      (select d.incident_no from data_incident d where d.tenant_id = k.tenant_id and d.id = k.subject_id)
    when 'improvement' then
      (select m.improvement_no from improvement m where m.tenant_id = k.tenant_id and m.id = k.subject_id)
    when 'call' then (select to_char(h.rang_at at time zone 'Asia/Shanghai', '"来电 "MM-DD HH24:MI') from desk_call h
      where h.tenant_id = k.tenant_id and h.id = k.subject_id)
    when 'box' then (select i.name || '意见箱 ' || x.place from desk_box x
      join institution i on i.tenant_id = x.tenant_id and i.id = x.institution_id
      where x.tenant_id = k.tenant_id and x.id = k.subject_id)
    end`

/** Each clock with its case, for the list behind a figure: by due time, those without one last, as the index has it. */
export function casesSql(given: Given, order: { beyond: RawBuilder<unknown>; limit: number }): RawBuilder<unknown> {
  const { tenantId, now, clocks, cases } = given
  return sql`select k.clock_id, k.subject_kind, k.subject_id, k.instance_no, k.started_at, k.due_at,
      k.promised_due_at, k.stopped_at, k.explanation,
      ${outcomeSql(now)} as outcome, i.name as institution, u.name as owner,
      coalesce(l.claim_no, r.report_no, o.complaint_no, ${OTHER_NO}, k.subject_id::text) as no
    from clock k
    left join claim l on k.subject_kind = 'claim' and l.tenant_id = k.tenant_id and l.id = k.subject_id
    left join report r on k.subject_kind = 'report' and r.tenant_id = k.tenant_id and r.id = k.subject_id
    left join complaint o on k.subject_kind = 'complaint' and o.tenant_id = k.tenant_id and o.id = k.subject_id
    left join lateral (${placeOfOne()}) c on true
    left join institution i on i.tenant_id = k.tenant_id and i.id = c.institution_id
    left join staff_user u on u.tenant_id = k.tenant_id and u.id = c.owner_id
    where k.tenant_id = ${tenantId} and ${COUNTED} and ${clocks} and ${cases} and ${order.beyond}
    order by k.due_at, k.subject_id, k.instance_no limit ${order.limit}`
}

/** What the reader may see of cases `c`: everything, or the own institutions and those below. */
export function ledgerScope(actor: Actor): RawBuilder<unknown> {
  return institutionScope(actor, 'ledger.read', sql`c.institution_id`)
}

/** Null for all. Scopes that are no institutions see nothing here: the ledger counts by institution. */
export function ledgerInstitutions(actor: Actor): readonly string[] | null {
  return institutionsWith(actor, ['ledger.read'])
}
