/**
 * CMP-13: a closed complaint is written down for training, so that nobody is found by it; returned, it is written
 * anew.
 */
import type { draftLibraryCase as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideAnonymous, libraryLifecycle } from '@anpei/domain/complaints'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { lockImpartially } from '../work-on.ts'
import { knownOfCase } from './known-of-case.ts'
import { sealWhatCame } from './seal-what-came.ts'
import { causeOf } from './store-causes.ts'
import { caseOfComplaint, insertCase, stepCase } from './store-library.ts'

export async function draftLibraryCase(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockImpartially(tx, params.complaintId, 'complaint.improve')
  if (!locked.ok) return locked
  const complaint = locked.value
  if (complaint.state !== 'closed') return refuse('library.not_closed')
  const [cause, known, before] = await Promise.all([
    causeOf(tx, complaint),
    knownOfCase(tx, complaint),
    caseOfComplaint(tx, complaint.id),
  ])
  if (!cause) return refuse('improvement.cause_first')
  const anonymous = decideAnonymous(Object.values(body).join('\n'), known)
  if (!anonymous.ok) return anonymous
  const id = before?.id ?? newId()
  const caseNo = before?.caseNo ?? (await tx.app.numbers.draw(tx.db, 'library_case', tx.now))
  if (before) {
    const step = transition(libraryLifecycle, 'redraft', before.state)
    if (!step.ok) return step
    await stepCase(tx, id, step.value, { ...body, written_by: tx.actor.id, written_at: tx.now })
  } else {
    const { step, rootCause, improvementId } = cause
    await insertCase(tx, { ...body, id, caseNo, complaintId: complaint.id, improvementId, step, rootCause })
  }
  const subject = { kind: 'library_case', id }
  tx.record({ name: 'library_case.drafted', subject, facts: { caseNo } })
  await sealWhatCame(tx, complaint)
  return ok({ id, caseNo, state: libraryLifecycle.initial, stateWord: libraryLifecycle.states.drafted.zh })
}
