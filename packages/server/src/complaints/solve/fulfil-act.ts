/** CMP-07: what was promised happened, with its proof. */
import type { ComplaintStand, fulfilAct as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { actLifecycle } from '@anpei/domain/complaints'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { EVIDENCE, keepPapers } from '../keep-papers.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { saveComplaint } from '../work-on.ts'
import { lockToHandle } from './lock.ts'
import { actStepWriting, findAct } from './store-proposals.ts'

export async function fulfilAct(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ComplaintStand>> {
  const named = await findAct(tx, params.actId)
  if (!named.ok) return named
  const locked = await lockToHandle(tx, named.value.complaintId)
  if (!locked.ok) return locked
  const complaint = locked.value
  const found = await findAct(tx, params.actId)
  if (!found.ok) return found
  const act = found.value
  // The money itself says that it arrived (CMP-07); nobody's word stands in for it.
  if (act.kind === 'payment' && act.claimId !== null) return refuse('complaint.payment_speaks')
  const step = transition(actLifecycle, 'fulfil', act.state)
  if (!step.ok) return step
  const kept = await keepPapers(tx, complaint, EVIDENCE, tx.now, files)
  if (!kept.ok) return kept
  tx.record({
    name: 'complaint.act_done',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { actId: act.id, kind: act.kind },
  })
  await settleComplaint(tx, complaint.id)
  saveComplaint(tx, complaint, {}, [
    actStepWriting(tx, complaint, act, step.value, { text: body.proof, documentIds: kept.value }),
  ])
  return ok(standOf(complaint, complaint.state))
}
