import * as api from '@anpei/contract/service-desk'
import { ask, on, onTogether, type Bound } from '../http/index.ts'
import { listMailboxes } from './channels/views-mailboxes.ts'
import { receivePartnerMessage } from './channels/receive-partner-message.ts'
import { saveMailbox } from './channels/save-mailbox.ts'
import { tryMailbox } from './channels/try-mailbox.ts'

export const deskChannelRoutes: readonly Bound[] = [
  onTogether(api.receivePartnerMessage, receivePartnerMessage, ({ body }) => `${body.channel} ${body.conversationKey}`),
  on(api.listMailboxes, listMailboxes),
  on(api.saveMailbox, saveMailbox),
  // Only looks, however often it is asked.
  ask(api.tryMailbox, tryMailbox),
]
