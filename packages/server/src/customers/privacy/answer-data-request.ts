/**
 * CUS-07, L13, 个人信息保护法 50: the answer says no more than was done, a refusal says why, and how it reached the asker
 * is kept. What was restricted is held back from every use that is not the law's (CUS-06: its consents end).
 */
import type { answerDataRequest as route, DataRequestView } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { decideAnswer } from '@anpei/domain/customers'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { storePapers } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { endConsents } from './store-consents.ts'
import { settleDataRequest } from './data-request-due.ts'
import { filesOfRequest, findRequest, openTold, saveRequest } from './store-data-requests.ts'
import { requestView } from './views-data-requests.ts'

export async function answerDataRequest(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<DataRequestView>> {
  const request = await findRequest(tx, params.requestId, true)
  if (!request) return refuse('request.not_found')
  const kept = await filesOfRequest(tx.db, tx.actor.tenantId, request.id)
  const moved = decideAnswer(request, {
    outcome: body.outcome,
    refusal: body.refusal,
    copies: kept.filter((file) => file.what === 'copy').length,
    destroyed: request.run_id === null ? null : request.run_state === 'done',
    corrected: request.change_id !== null,
  })
  if (!moved.ok) return moved
  if (files.length > 0) {
    const stored = await storePapers(tx, {
      subject: { kind: 'data_request', id: request.id },
      personId: request.person_id,
      channel: 'counter',
      receivedAt: tx.now,
      papers: [{ code: 'delivery_proof', title: '送达凭据', files }],
    })
    if (!stored.ok) return stored
  }
  const answer = { outcome: body.outcome, refusal: body.refusal, delivered: body.delivered }
  // Of somebody whose data are destroyed, nothing is kept but that it was done.
  const told =
    request.run_state === 'done'
      ? { asks: '', askerName: '', relation: '', phone: '', checked: '', answer: '' }
      : { ...openTold(tx, request), answer: body.answer }
  await saveRequest(tx, request, { transition: moved.value, answer, told })
  if (body.outcome === 'restricted') await endConsents(tx, request.person_id)
  tx.record({
    name: 'data_request.answered',
    subject: { kind: 'data_request', id: request.id },
    personId: request.person_id,
    facts: { outcome: body.outcome, refusal: body.refusal, delivered: body.delivered, proofs: files.length },
  })
  await settleDataRequest(tx, request.id)
  return requestView(tx, request.id)
}
