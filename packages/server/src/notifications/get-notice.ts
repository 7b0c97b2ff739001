/** NTF-04: one notice with every attempt and receipt. */
import type { getNotice as route, NoticeView } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { answersOf } from './store-answers.ts'
import { attemptsOfNotice } from './store-attempts.ts'
import { findNotice } from './store.ts'
import { noticeView } from './views.ts'

export async function getNotice(
  tx: Tx,
  { params }: Pick<Input<typeof route>, 'params'>,
): Promise<Decision<NoticeView>> {
  const { tenantId } = tx.actor
  const notice = await findNotice(tx, params.noticeId)
  if (!notice) return refuse('request.not_found')
  const [attempts, answers] = await Promise.all([
    attemptsOfNotice(tx.db, tenantId, notice.id),
    answersOf(tx.db, tenantId, notice.id),
  ])
  return ok(noticeView(tx.vault, tx.actor, notice, attempts, answers))
}
