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
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { classify, loadStandards } from '../../programme/index.ts'
import { CHECKLIST_COLUMN, checklistRead, type ChecklistColumn } from '../papers/checklist-of.ts'
import { riskPoints } from './risk-table.ts'
import type { ClaimRecord } from '../store-claims.ts'
import { injuryTold } from '../reports/store-reports.ts'

export type ClaimRouting = { readonly class: ClaimClass; readonly table: RoutingTable; readonly shown: Routed }

type History = { count: number; open: number; in12Months: number; coveredFrom: Day | null; village: number }
export type RoutingColumn = { readonly checklist: ChecklistColumn; readonly history: History }

/**
 * A column of a statement that reads the claim `c`: its checklist, what the person claimed before, since when the cover
 * runs, and how much came from the village at the same time.
 */
export const ROUTING_COLUMN: RawBuilder<RoutingColumn> = sql`json_build_object('checklist', ${CHECKLIST_COLUMN},
  'history', (select json_build_object('count', count(*), 'open',
      count(*) filter (where o.state not in ('closed', 'withdrawn')), 'in12Months',
      count(*) filter (where o.received_at between c.received_at - interval '12 months' and c.received_at),
      'coveredFrom', (select min(k.from_on) from cover_period k
        where k.tenant_id = c.tenant_id and k.person_id = c.person_id),
      'village', (select count(*) from claim v where v.tenant_id = c.tenant_id and v.village_code = c.village_code
        and v.person_id <> c.person_id
        and v.received_at between c.received_at - interval '7 days' and c.received_at + interval '7 days'))
    from claim o where o.tenant_id = c.tenant_id and o.person_id = c.person_id and o.id <> c.id))`

export async function routeClaim(
  tx: Tx,
  claim: ClaimRecord,
  read: RoutingColumn,
  judging: Assessed | Promise<Assessed>,
  input: AssessmentInput,
): Promise<ClaimRouting> {
  const risk = riskIn(claim, read.history)
  const known = Promise.all([checklistRead(tx, claim, read.checklist), judging]).then(([{ items }, assessed]) => ({
    amountFen: Number(assessed.payableFen),
    kinds: claim.kinds,
    manual: assessed.outcome === 'manual',
    historyCount: read.history.count,
    openClaims: read.history.open,
    vehicle: input.vehicle,
    injuryGrade: worstGrade(input.disabilities, loadStandards()) ?? 0,
    injuryCode: injuryTold(tx.vault, claim),
    missingPapers: items.filter((item) => item.required && (item.state === 'missing' || item.state === 'rejected'))
      .length,
    evidenceComplete: unprovedAnswers(input).length === 0,
    riskScore: risk.score,
  }))
  const routing = await classify(tx.db, tx.actor.tenantId, known)
  const traits = await known
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

function riskIn(claim: ClaimRecord, history: History): Risk {
  const { coveredFrom, in12Months, village } = history
  const { accidentOn, receivedAt } = claim
  const facts = { accidentOn, receivedAt, coveredFrom, claimsIn12Months: in12Months, villageClaims: village }
  return riskOf(facts, riskPoints())
}
