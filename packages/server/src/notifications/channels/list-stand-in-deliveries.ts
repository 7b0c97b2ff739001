/** What the local stand-ins for SMS, WeChat, e-mail and calls were handed, newest first. */
import type { listStandInDeliveries as route } from '@anpei/contract/notifications'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { NOTICE_CHANNELS } from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { maskedText, openNotice } from '../open-notice.ts'
import { deliveriesOf } from './store-stand-in.ts'

export async function listStandInDeliveries(
  tx: Tx,
  { query }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const rows = await deliveriesOf(tx, query.cursor ?? null, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  const items = shown.map((row) => ({
    id: row.id,
    noticeId: row.noticeId,
    channel: row.channel,
    channelWord: NOTICE_CHANNELS[row.channel],
    recipientMasked: row.recipientMasked,
    text: maskedText(openNotice(tx.vault, row)),
    at: row.at,
  }))
  return ok({
    items,
    nextCursor: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
    total: null,
    totalMore: false,
  })
}
