/** Gathers what the weekly timing report says (T28, CLK-05, CLM-17). */
import { claimLifecycle } from '@anpei/domain/claims'
import { addDays, startOfDay, stateOf, type Day, type Instant } from '@anpei/domain/kernel'
import {
  CLOCK_KIND_WORDS,
  trendWeeks,
  type Period,
  type ReportedCase,
  type TimingFacts,
  type WeekCounts,
} from '@anpei/domain/reporting'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { outcomeSql } from '../sla/index.ts'
import { clockDefsOf } from './promise-counts.ts'
import { COUNTED, LAST_INSTANT } from './promise-sql.ts'
import { casesFor, type CaseWish } from './views-ledger.ts'
import { stageAverages } from './views-stage-times.ts'

const MOST_CASES = 300
const STAGE_DAYS = 28

export async function timingFacts(tx: Tx, week: Period): Promise<TimingFacts> {
  const defs = await clockDefsOf(tx, undefined)
  const names = new Map(defs.map((def) => [def.id, def.name]))
  const after = addDays(week.to, 1)
  const [counts, stages, broken, next] = await Promise.all([
    weekCounts(tx, week),
    stageAverages(
      tx,
      sql`c.closed_at >= ${startOfDay(addDays(after, -STAGE_DAYS))} and c.closed_at < ${startOfDay(after)}
        and c.review + c.liability + c.calculation + c.payment + c.rest > 0`,
    ),
    reportedCases(tx, names, 'broken', week.from, after),
    reportedCases(tx, names, 'running', after, addDays(after, 7)),
  ])
  return {
    week,
    madeAt: tx.now,
    promises: defs.map((def) => ({ id: def.id, name: def.name, kind: CLOCK_KIND_WORDS[def.kind] })),
    counts,
    stages: stages.stages.map(({ name, averageDays, baselineDays }) => ({ name, averageDays, baselineDays })),
    closedClaims: stages.claims,
    broken: broken.slice(0, MOST_CASES),
    moreBroken: broken.length > MOST_CASES,
    next: next.slice(0, MOST_CASES),
    moreNext: next.length > MOST_CASES,
  }
}

/** By the Monday of the week a promise was due in. */
async function weekCounts(tx: Tx, week: Period): Promise<WeekCounts[]> {
  const from = trendWeeks(week)[0]?.from ?? week.from
  const { rows } = await sql<WeekCounts>`select clock_id as "clockId", monday,
      count(*) filter (where outcome = 'kept')::int as kept,
      count(*) filter (where outcome = 'keptByAgreement')::int as "keptByAgreement",
      count(*) filter (where outcome = 'broken')::int as broken,
      count(*) filter (where outcome = 'running')::int as running,
      count(*) filter (where outcome = 'cancelled')::int as cancelled
    from (select k.clock_id, ${outcomeSql(tx.now)} as outcome,
        to_char(date_trunc('week', ${LAST_INSTANT} at time zone 'Asia/Shanghai'), 'YYYY-MM-DD') as monday
      from clock k where k.tenant_id = ${tx.actor.tenantId} and k.due_at > ${startOfDay(from)}
        and k.due_at <= ${startOfDay(addDays(week.to, 1))} and ${COUNTED}) counted
    group by clock_id, monday order by clock_id, monday`.execute(tx.db)
  return rows
}

async function reportedCases(
  tx: Tx,
  names: ReadonlyMap<string, string>,
  outcome: 'broken' | 'running',
  from: Day,
  before: Day,
): Promise<ReportedCase[]> {
  const wish: CaseWish = {
    clocks: sql`k.clock_id = any(${[...names.keys()]}) and (${outcomeSql(tx.now)}) = ${outcome}`,
    cases: sql`true`,
    dated: sql`k.due_at > ${startOfDay(from)} and k.due_at <= ${startOfDay(before)}`,
    undated: sql`false`,
  }
  const rows = await casesFor(tx, wish, { cursor: undefined, limit: MOST_CASES + 1 })
  const reasons = outcome === 'broken' ? await reasonsOf(tx, rows) : new Map<string, string>()
  return rows.map((row) => ({
    no: row.no,
    promise: names.get(row.clock_id) ?? row.clock_id,
    dueAt: row.due_at,
    stoppedAt: row.stopped_at,
    institution: row.institution ?? '',
    owner: row.owner ?? '',
    reason: reasons.get(runKey(row)) ?? '',
  }))
}

type Late = { readonly subject_id: string; readonly instance_no: number; readonly stopped_at: Instant | null }

function runKey(row: Late): string {
  return `${row.subject_id}:${row.instance_no}`
}

/** Told before it was late, until when; else where the case stands. */
async function reasonsOf(tx: Tx, rows: readonly Late[]): Promise<Map<string, string>> {
  const { rows: found } = await sql<{ id: string; state: string | null; until: string | null }>`
    select s.id, c.state, (select e.facts ->> 'newDueOn' from event e where e.tenant_id = ${tx.actor.tenantId}
      and e.subject_id = s.id and e.name = 'claim.delay_told' order by e.id desc limit 1) as until
    from unnest(${rows.map((row) => row.subject_id)}::uuid[]) as s (id)
    left join claim c on c.tenant_id = ${tx.actor.tenantId} and c.id = s.id`.execute(tx.db)
  const known = new Map(found.map((one) => [one.id, one]))
  return new Map(
    rows.map((row) => {
      const { until = null, state = null } = known.get(row.subject_id) ?? {}
      const stage = row.stopped_at === null && state ? claimLifecycle.states[stateOf(claimLifecycle, state)].zh : null
      return [
        runKey(row),
        until !== null ? `到期前已告知，改期至 ${until}` : stage !== null ? `尚在“${stage}”` : '没有登记原因',
      ]
    }),
  )
}
