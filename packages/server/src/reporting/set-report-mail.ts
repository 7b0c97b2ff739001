/** T28: the addresses the weekly report goes to. */
import type { setReportMail as route } from '@anpei/contract/reporting'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { saveMailAddresses } from './store-reports.ts'

export async function setReportMail(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const addresses = [...new Set(body.addresses.map((one) => one.toLowerCase()))]
  await saveMailAddresses(tx.db, tx.actor.tenantId, addresses, tx.actor.id, tx.now)
  tx.record({
    name: 'timing_report.mail_set',
    subject: { kind: 'tenant', id: tx.actor.id },
    facts: { count: addresses.length },
  })
  return ok({})
}
