/** Working time by stage of closed claims against the handbook's baseline (CLM-17). */
import type { listStageTimes as route } from '@anpei/contract/reporting'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, type Decision } from '@anpei/domain/kernel'
import {
  BASELINE_WORKING_DAYS,
  monthsUpTo,
  STAGES,
  stageShares,
  type Stage,
  type StageTimes,
} from '@anpei/domain/reporting'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { slowestClaims, stageSums, type SlowClaim } from './store-stage-times.ts'
import { casesOf, namesFor } from './views-ledger.ts'

const SHOWN = 10
const MONTHS = 3
const BASELINE = BASELINE_WORKING_DAYS * 100
const ALL: readonly Stage[] = ['review', 'liability', 'calculation', 'payment', 'rest']

export async function listStageTimes(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = tx.actor
  const until = query.until ?? dayOfInstant(tx.now).slice(0, 7)
  const from = query.from ?? monthsUpTo(until, MONTHS)[0] ?? until
  const where = sql`c.closed_month between ${from} and ${until} and ${await casesOf(tx, query)}
    and ${query.class ? sql`c.class = ${query.class}` : sql`true`} and ${HAS_EVENTS}`
  const [stages, slowest, names] = await Promise.all([
    stageAverages(tx, where),
    slowestClaims(tx.db, tenantId, where, SHOWN),
    namesFor(tx),
  ])
  return ok({ from, until, ...stages, slowest: slowest.map(toSlow), ...names })
}

/** Claims that were brought in without their events say nothing. */
const HAS_EVENTS: RawBuilder<unknown> = sql`c.review + c.liability + c.calculation + c.payment + c.rest > 0`

type Averages = Omit<Answer<typeof route>, 'from' | 'until' | 'slowest' | 'institutions' | 'programmes'>

/** `where` over claim_stage_time `c`. */
export async function stageAverages(tx: Tx, where: RawBuilder<unknown>): Promise<Averages> {
  const sums = await stageSums(tx.db, tx.actor.tenantId, where, BASELINE)
  const average = (of: bigint) => (sums.claims === 0 ? null : Math.round(Number(of) / sums.claims))
  const total = sums.review + sums.liability + sums.calculation + sums.payment + sums.rest
  const shares = stageShares({
    review: Number(sums.review),
    liability: Number(sums.liability),
    calculation: Number(sums.calculation),
    payment: Number(sums.payment),
    rest: Number(sums.rest),
  })
  return {
    claims: sums.claims,
    averageDays: average(total),
    baselineDays: BASELINE,
    withinBaseline: sums.within,
    stages: ALL.map((stage) => ({
      stage,
      name: STAGES[stage].zh,
      averageDays: average(sums[stage]),
      shareBps: shares[stage],
      baselineDays: (BASELINE * STAGES[stage].baselineBps) / 10_000,
      baselineBps: STAGES[stage].baselineBps,
    })),
  }
}

function toSlow(row: SlowClaim): Answer<typeof route>['slowest'][number] {
  const slowest = slowestStage(row)
  return {
    claimId: row.claim_id,
    claimNo: row.claim_no,
    closedAt: row.closed_at,
    days: ALL.reduce((sum, stage) => sum + row[stage], 0),
    slowestStage: STAGES[slowest].zh,
    slowestDays: row[slowest],
  }
}

function slowestStage(times: StageTimes): Stage {
  return ALL.reduce((most, stage) => (times[stage] > times[most] ? stage : most), 'review')
}
