/** NTF-01: the slip for the printer of the counter, while it waits for a signature. */
import type { getSlipPdf as route } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { contactRegister } from '../templates/notice-templates.ts'
import { openNotice } from '../open-notice.ts'
import { openSlip } from './open-slip.ts'
import { renderSlip } from '../letters/render-slip.ts'
import { attemptsOfNotice } from '../store-attempts.ts'
import { findNotice } from '../store.ts'
import { isSecretNotice, noticeTitle } from '../views.ts'

export async function getSlipPdf(tx: Tx, { params }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const { tenantId } = tx.actor
  const notice = await findNotice(tx, params.noticeId)
  if (!notice || isSecretNotice(notice)) return refuse('request.not_found')
  const id = openSlip(notice)
  const slip = (await attemptsOfNotice(tx.db, tenantId, notice.id)).find((one) => one.id === id)
  if (!slip?.providerNo) return refuse('notifications.no_slip')
  const { unit, hotline, address } = contactRegister()
  const bytes = await renderSlip({
    slipNo: slip.providerNo,
    title: noticeTitle(notice),
    text: openNotice(tx.vault, notice).text,
    printedOn: dayOfInstant(slip.begunAt),
    unit,
    hotline,
    address,
  })
  return ok({ fileName: `签收单-${slip.providerNo}.pdf`, mediaType: 'application/pdf', bytes, inline: true })
}
