import * as api from '@anpei/contract/service-desk'
import { ask, on, type Bound } from '../http/index.ts'
import { listMailboxes } from './channels/views-mailboxes.ts'
import { receivePartnerMessage } from './channels/receive-partner-message.ts'
import { saveMailbox } from './channels/save-mailbox.ts'
import { tryMailbox } from './channels/try-mailbox.ts'

export const deskChannelRoutes: readonly Bound[] = [
  on(api.receivePartnerMessage, receivePartnerMessage),
  on(api.listMailboxes, listMailboxes),
  on(api.saveMailbox, saveMailbox),
  // Only looks, however often it is asked.
  ask(api.tryMailbox, tryMailbox),
]
