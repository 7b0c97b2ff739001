/** CMP-08: the newest decision has reached the customer: noted by a colleague, by a receipt, by opening it. */
import type { ComplaintStand } from '@anpei/contract/complaints'
import { complaintLifecycle } from '@anpei/domain/complaints'
import { ok, transition, type Decision, type Instant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import type { ComplaintRecord } from '../store.ts'
import { saveComplaint } from '../work-on.ts'
import { noteReached } from './note-reached.ts'
import { deliveryWriting, type DecisionRecord } from './store-decisions.ts'

type Reached = {
  readonly at: Instant
  readonly proof: string
  readonly documentIds?: readonly string[]
}

/** `complaint` is locked. */
export async function enterReached(
  tx: Tx,
  complaint: ComplaintRecord,
  decision: DecisionRecord,
  { at, proof, documentIds = [] }: Reached,
): Promise<Decision<ComplaintStand>> {
  const step = transition(complaintLifecycle, 'tell', complaint.state)
  if (!step.ok) return step
  await noteReached(tx, complaint, decision, at)
  await settleComplaint(tx, complaint.id)
  const told = { to: decision.told.to, proof: [decision.told.proof, proof].filter(Boolean).join('；') }
  saveComplaint(tx, complaint, { transition: step.value, toldAt: at }, [
    deliveryWriting(tx, complaint, decision.id, {
      reachedAt: at,
      documentIds: [...decision.documentIds, ...documentIds],
      told,
    }),
  ])
  return ok(standOf(complaint, step.value.to))
}
