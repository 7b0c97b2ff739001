/**
 * NTF-03, SRV-03: what 阿里云 and 腾讯云 say became of short messages, in their documented shapes. Their own number, or
 * ours where they send it along, leads to the attempt; the same report twice counts once.
 */
import type { receiveSmsReports as route } from '@anpei/contract/notifications'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, systemActor, type Decision, type Instant } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../../http/index.ts'
import { isFromSmsProvider } from './sms-push-gate.ts'
import type { Receipt } from './store-receipts.ts'
import { takeReceipts } from './take-receipts.ts'

type Report = Input<typeof route>['body'][number]

export async function receiveSmsReports(
  tx: Tx,
  { params: { tenantId, token }, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  if (!(await isFromSmsProvider(tx, tenantId, token))) return refuse('notifications.signature_wrong')
  await systemWrite(tx.app, systemActor(tenantId, 'gateway:sms'), (own) =>
    takeReceipts(
      own,
      body.map((one) => receiptOf(one, own.now)),
    ),
  )
  return ok({ code: 0, msg: 'OK', result: 0, errmsg: 'OK' })
}

function receiptOf(report: Report, now: Instant): Receipt {
  if ('report_status' in report) {
    const isDelivered = report.report_status === 'SUCCESS'
    const detail = isDelivered ? '' : `${report.errmsg} ${report.description}`.slice(0, 100)
    return receipt(report.sid, isDelivered, beijingTime(report.user_receive_time, now), detail)
  }
  const detail = report.success ? '' : `${report.err_code} ${report.err_msg}`.slice(0, 100)
  return receipt(report.out_id || report.biz_id, report.success, beijingTime(report.report_time, now), detail)
}

function receipt(number: string, isDelivered: boolean, at: Instant, detail: string): Receipt {
  return { channel: 'sms', number, status: isDelivered ? 'delivered' : 'failed', at, detail }
}

/** `2017-01-01 00:00:00`, said in Beijing; what is not so happened now. */
function beijingTime(text: string, now: Instant): Instant {
  const at = Date.parse(`${text.trim().replace(' ', 'T')}+08:00`)
  return Number.isNaN(at) || at > Date.parse(now) ? now : new Date(at).toISOString()
}
