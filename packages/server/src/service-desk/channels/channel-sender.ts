/**
 * SRV-02: how an answer leaves by a channel. A sender is handed our own number of the message; a repetition after a
 * crash carries the same number, so that whoever counts by it sends it once.
 */
import type { ChannelName } from '@anpei/domain/service-desk'
import type { App, Tx } from '../../http/index.ts'

export type Reply = {
  readonly id: string
  readonly tenantId: number
  readonly requestNo: string
  readonly channel: ChannelName
  readonly to: { readonly name: string; readonly phone: string; readonly email: string; readonly openid: string }
  /** The thread it belongs to; null where the customer never wrote by this channel. */
  readonly conversationKey: string | null
  /** The customer's last message in it, by the sender's own id. */
  readonly inReplyTo: string | null
  readonly subject: string
  readonly text: string
  readonly files: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }[]
}

export type ReplySent =
  | { readonly sent: true; readonly providerNo: string | null }
  | { readonly sent: false; readonly forGood: boolean; readonly fault: string }

export type ChannelSender = {
  send(app: App, reply: Reply): Promise<ReplySent>
  /** Within the transaction that notes that it was sent. */
  noted?(tx: Tx, reply: Reply): Promise<void>
}
