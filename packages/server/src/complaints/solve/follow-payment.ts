/** CMP-07: promised money of a claim has arrived: the bank says so, nobody ticks it off. */
import { actLifecycle } from '@anpei/domain/complaints'
import { formatYuan, transition, type Instant } from '@anpei/domain/kernel'
import { eventsOf, type StoredEvent } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { findComplaint } from '../store.ts'
import { saveComplaint } from '../work-on.ts'
import { actStepWriting, findAct, promisedPayments } from './store-proposals.ts'

export const FOLLOW_PAYMENT = 'complaints.follow_payment'

export async function followPayment(tx: Tx, event: StoredEvent): Promise<void> {
  const promised = await promisedPayments(tx, event.subjectId)
  // Few claims are complained about: only of those the events are read.
  const events = promised.length > 0 ? await eventsOf(tx.db, tx.actor.tenantId, event.subjectId) : []
  for (const named of promised) {
    const found = await findComplaint(tx, named.complaintId, 'complaint.read', true)
    const act = await findAct(tx, named.id)
    if (!found.ok || !act.ok || act.value.state !== 'promised') continue
    const step = transition(actLifecycle, 'fulfil', act.value.state)
    if (!step.ok) continue
    const complaint = found.value
    if (paidSince(events, complaint.decidedAt) < (act.value.sumFen ?? 0n)) continue
    tx.record({
      name: 'complaint.act_done',
      subject: { kind: 'complaint', id: complaint.id },
      personId: complaint.personId,
      facts: { actId: act.value.id, kind: act.value.kind },
    })
    await settleComplaint(tx, complaint.id)
    const sum = act.value.sumFen === null ? '' : `，承诺 ${formatYuan(act.value.sumFen)}`
    const proof = { text: `赔款已到账${sum}`, documentIds: [] }
    saveComplaint(tx, complaint, {}, [actStepWriting(tx, complaint, act.value, step.value, proof)])
  }
}

/** In fen: all that arrived of the claim since the decision promised it. */
function paidSince(events: readonly StoredEvent[], since: Instant | null): bigint {
  return events.reduce((sum, { name, at, facts }) => {
    const counts = name === 'claim.paid' && since !== null && at >= since && typeof facts['amountFen'] === 'number'
    return counts ? sum + BigInt(Number(facts['amountFen'])) : sum
  }, 0n)
}
