/** SRV-02, SRV-05: what was said in a chat, how many wait longer, until when an answer is promised, who is on duty. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { readChat as route } from '@anpei/contract/service-desk'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { staffNames } from '../../identity/index.ts'
import { dutyOf } from '../duty.ts'
import { threadOf, type ThreadMessage } from '../store-thread.ts'
import { chatRequest, waitingBefore } from './views-chat.ts'

/** The promise of a chat; its calendar says when somebody is on duty. */
const PROMISE = 'T04'

export async function readChat(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const [request, duty] = await Promise.all([chatRequest(tx, body.chat), dutyOf(tx, PROMISE)])
  if (!request)
    return ok({ requestNo: null, messages: [], ahead: null, taken: false, promisedAt: null, ended: false, ...duty })
  const [thread, ahead] = await Promise.all([threadOf(tx, request.id), waitingBefore(tx, request)])
  const heard = thread.filter((one) => one.direction !== 'note' && one.delivery !== 'failed')
  const names = await staffNames(
    tx.db,
    tx.actor.tenantId,
    heard.flatMap(({ authorId, direction }) => (authorId !== null && direction === 'out' ? [authorId] : [])),
  )
  return ok({
    requestNo: request.requestNo,
    messages: heard.map((one) => messageView(one, names)),
    ahead,
    taken: request.taken,
    promisedAt: request.unansweredSince === null ? null : request.dueAt,
    ended: request.ended,
    ...duty,
  })
}

function messageView(
  { id, direction, automatic, authorId, at, told }: ThreadMessage,
  names: ReadonlyMap<string, string>,
) {
  const mine = direction === 'in'
  // The customer learns a name to ask for, not the whole person.
  const surname = (authorId === null ? '' : (names.get(authorId) ?? '')).slice(0, 1)
  const who = mine ? '我' : automatic ? '自动回复' : surname === '' ? '客服' : `${surname}客服`
  return { id, mine, automatic, who, text: told.text, at, files: [...(told.fileNames ?? [])] }
}
