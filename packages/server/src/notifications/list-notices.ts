/** NTF-04: what left, and what became of it, for a person, a case or all; newest first. */
import type { listNotices as route } from '@anpei/contract/notifications'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { NOTICE_CHANNELS, noticeLifecycle } from '@anpei/domain/notifications'
import type { Tx } from '../http/index.ts'
import { openNotice } from './open-notice.ts'
import { noticesOf } from './store.ts'

export async function listNotices(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const rows = await noticesOf(tx.db, tx.actor.tenantId, {
    personId: query.personId,
    subjectId: query.subjectId,
    state: query.state,
    beforeId: query.cursor ?? null,
    limit: query.limit + 1,
  })
  const shown = rows.slice(0, query.limit)
  const items = shown.map((row) => ({
    id: row.id,
    personId: row.personId,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    template: row.template,
    channel: row.channel,
    channelWord: NOTICE_CHANNELS[row.channel],
    recipientMasked: row.recipientMasked,
    // A one-time code opens somebody's door: it is shown to nobody.
    text: row.subjectKind === 'claim' || row.subjectKind === 'report' ? openNotice(tx.vault, row).text : '',
    state: row.state,
    stateWord: noticeLifecycle.states[row.state].zh,
    tries: row.tries,
    createdAt: row.createdAt,
    sentAt: row.sentAt,
    deliveredAt: row.deliveredAt,
    fault: row.fault,
  }))
  return ok({
    items,
    nextCursor: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
    total: null,
    totalMore: false,
  })
}
