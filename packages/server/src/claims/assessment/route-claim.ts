/**
 * CLM-07: class and routing of a claim by the published decision table, from what the calculation came to, the injury,
 * the evidence, what the person claimed before and a risk score of explained points. The table may ask for more
 * approvals than the amounts do, never for fewer; nothing here denies anything.
 */
import type { AssessmentInput, Routed } from '@anpei/contract/claims'
import {
  DEFAULT_ROUTING,
  riskOf,
  unprovedAnswers,
  worstGrade,
  type Assessed,
  type ClaimClass,
  type Risk,
  type RoutingTable,
} from '@anpei/domain/claims'
import type { Day } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { classify, loadStandards } from '../../programme/index.ts'
import { checklistOf } from '../papers/checklist-of.ts'
import { riskPoints } from './risk-table.ts'
import type { ClaimRecord } from '../store-claims.ts'
import { injuryTold } from '../reports/store-reports.ts'

export type ClaimRouting = { readonly class: ClaimClass; readonly table: RoutingTable; readonly shown: Routed }

export async function routeClaim(
  tx: Tx,
  claim: ClaimRecord,
  judging: Assessed | Promise<Assessed>,
  input: AssessmentInput,
): Promise<ClaimRouting> {
  const known = Promise.all([historyOf(tx, claim), checklistOf(tx, claim), judging]).then(
    ([history, { items }, assessed]) => ({
      risk: history.risk,
      traits: {
        amountFen: Number(assessed.payableFen),
        kinds: claim.kinds,
        manual: assessed.outcome === 'manual',
        historyCount: history.count,
        openClaims: history.open,
        vehicle: input.vehicle,
        injuryGrade: worstGrade(input.disabilities, loadStandards()) ?? 0,
        injuryCode: injuryTold(tx.vault, claim),
        missingPapers: items.filter((item) => item.required && (item.state === 'missing' || item.state === 'rejected'))
          .length,
        evidenceComplete: unprovedAnswers(input).length === 0,
        riskScore: history.risk.score,
      },
    }),
  )
  const routing = await classify(
    tx.db,
    tx.actor.tenantId,
    known.then(({ traits }) => traits),
  )
  const { risk, traits } = await known
  const { straightThrough } = DEFAULT_ROUTING
  return {
    class: routing.class,
    table: {
      ...DEFAULT_ROUTING,
      leastSteps: routing.straightThrough ? 1 : routing.approvalSteps,
      straightThrough: { ...straightThrough, classes: routing.straightThrough ? [routing.class] : [] },
    },
    shown: {
      class: routing.class,
      approvalSteps: routing.approvalSteps,
      injuryGrade: traits.injuryGrade === 0 ? null : traits.injuryGrade,
      injuryCode: traits.injuryCode,
      missingPapers: traits.missingPapers,
      evidenceComplete: traits.evidenceComplete,
      historyCount: traits.historyCount,
      openCount: traits.openClaims,
      riskScore: risk.score,
      riskReasons: [...risk.reasons],
    },
  }
}

type History = { count: number; open: number; in12Months: number; coveredFrom: Day | null; village: number }

/**
 * What the person claimed before, since when the cover runs, and how much came from the village at the same time,
 * counted no further than the table of points asks.
 */
async function historyOf(tx: Tx, claim: ClaimRecord): Promise<{ count: number; open: number; risk: Risk }> {
  const { tenantId } = tx.actor
  const points = riskPoints()
  const villageLimits = points.filter(({ sign }) => sign === 'village_cluster').map(({ limit }) => limit)
  const { rows } = await sql<History>`
    select count(*)::int as count, count(*) filter (where state not in ('closed', 'withdrawn'))::int as open,
      count(*) filter (where received_at between ${claim.receivedAt}::timestamptz - interval '12 months'
        and ${claim.receivedAt}::timestamptz)::int as "in12Months",
      (select min(k.from_on) from cover_period k
        where k.tenant_id = ${tenantId} and k.person_id = ${claim.personId}) as "coveredFrom",
      (select count(*)::int from (select from claim v where v.tenant_id = ${tenantId}
        and v.village_code = ${claim.villageCode} and v.person_id <> ${claim.personId} and v.received_at between
        ${claim.receivedAt}::timestamptz - interval '7 days' and ${claim.receivedAt}::timestamptz + interval '7 days'
        limit ${Math.max(0, ...villageLimits)}) nearby) as village
    from claim where tenant_id = ${tenantId} and person_id = ${claim.personId} and id <> ${claim.id}`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('counting answers a row')
  const facts = {
    accidentOn: claim.accidentOn,
    receivedAt: claim.receivedAt,
    coveredFrom: row.coveredFrom,
    claimsIn12Months: row.in12Months,
    villageClaims: row.village,
  }
  return { count: row.count, open: row.open, risk: riskOf(facts, points) }
}
