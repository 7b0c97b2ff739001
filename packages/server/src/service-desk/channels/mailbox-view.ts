/** A mailbox as the screen shows it. */
import type { MailboxView } from '@anpei/contract/service-desk'
import type { Mailbox } from './store-mailboxes.ts'

export function mailboxView(
  { id, name, address, servers, active, lastOkAt, failingSince, fault, changedAt }: Mailbox,
  changedBy: string,
  lastDay: MailboxView['lastDay'],
): MailboxView {
  return { id, name, address, ...servers, active, lastOkAt, failingSince, fault, changedBy, changedAt, lastDay }
}
