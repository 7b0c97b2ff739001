/** SRV-03: the mailboxes that are read, and how their servers behave; passwords are never shown. */
import type { listMailboxes as route } from '@anpei/contract/service-desk'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { staffNames } from '../../identity/index.ts'
import { mailboxView } from './mailbox-view.ts'
import { mailboxesOf } from './store-mailboxes.ts'
import { mailsOfLastDay } from './store-mail.ts'

export async function listMailboxes(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const mailboxes = await mailboxesOf(tx)
  const [names, counts] = await Promise.all([
    staffNames(
      tx.db,
      tx.actor.tenantId,
      mailboxes.map((one) => one.changedBy),
    ),
    mailsOfLastDay(tx),
  ])
  return ok({
    items: mailboxes.map((one) => mailboxView(one, names.get(one.changedBy) ?? '', counts.get(one.id) ?? [])),
  })
}
