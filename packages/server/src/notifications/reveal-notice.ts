/** NTF-04, CUS-08: the whole text and the number it went to, with a reason, which stands in the audit log. */
import type { revealNotice as route } from '@anpei/contract/notifications'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { openNotice } from './open-notice.ts'
import { findNotice } from './store.ts'
import { isSecretNotice } from './views.ts'

export async function revealNotice(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const notice = await findNotice(tx, params.noticeId)
  if (!notice || isSecretNotice(notice)) return refuse('request.not_found')
  const { text, steps } = openNotice(tx.vault, notice)
  tx.look({
    name: 'notice.revealed',
    subject: { kind: 'notice', id: notice.id },
    personId: notice.personId,
    reason: body.reason,
  })
  return ok({ text, to: steps[notice.stepNo]?.to ?? '' })
}
