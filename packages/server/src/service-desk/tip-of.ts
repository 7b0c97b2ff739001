/**
 * SRV-01, CMP-12: a request that is a 举报 goes on as one. What was said is handed over, and from then on the request is
 * there for those with the right to examine it only: not for the desk either, which had it until now.
 */
import { ok, transition, type Decision, type Transition } from '@anpei/domain/kernel'
import { requestLifecycle, type RequestState } from '@anpei/domain/service-desk'
import { sealMatter, type NewSeal } from '../customers/index.ts'
import { writeAsOne } from '../db/index.ts'
import { tellLive, type Tx } from '../http/index.ts'
import { heardOf, type Heard } from './heard-of.ts'
import { settleRequest } from './settle-request.ts'
import { lockConcernedOf, requestChangeWriting, type RequestRecord } from './store.ts'
import { lockToWork, saveWork } from './work-on.ts'

export type RequestForTip = Heard & {
  readonly request: RequestRecord
  readonly step: Transition<RequestState>
}

/** Locked, in nobody else's hands, and not turned into a case yet. */
export async function requestForTip(tx: Tx, requestId: string): Promise<Decision<RequestForTip>> {
  const found = await lockToWork(tx, requestId)
  if (!found.ok) return found
  const step = transition(requestLifecycle, 'convert', found.value.state)
  if (!step.ok) return step
  return ok({ request: found.value, step: step.value, ...(await heardOf(tx, requestId)) })
}

type Hiding = Pick<NewSeal, 'concerned' | 'keepers' | 'needs'>

export async function becomeTip(tx: Tx, { request, step }: RequestForTip, hiding: Hiding): Promise<void> {
  const { id, personId, unansweredSince } = request
  const subject = { kind: 'request', id }
  const closing = { unansweredSince: null, followUpAt: null, snoozedUntil: null }
  saveWork(tx, request, { transition: step, kind: 'tip', confidential: true, ...closing })
  if (unansweredSince !== null) tx.record({ name: 'enquiry.withdrawn', subject, personId })
  tx.record({ name: 'request.became_tip', subject, personId })
  await sealMatter(tx, subject, { ...hiding, shut: true, reason: '举报' })
  await settleRequest(tx, id)
}

/** Requests a complaint came from, where the complaint turns out to be a 举报. */
export async function hideRequests(tx: Tx, requestIds: readonly string[], hiding: Hiding): Promise<void> {
  for (const { id } of await lockConcernedOf(tx, requestIds)) {
    const writing = requestChangeWriting(tx, id, { kind: 'tip', confidential: true })
    if (writing) tx.later(writeAsOne(tx.db, [writing]))
    await sealMatter(tx, { kind: 'request', id }, { ...hiding, shut: true, reason: '举报' })
  }
  tellLive(tx, 'desk', null)
}
