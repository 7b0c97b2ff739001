/** SRV-02: an answer in a chat is there as soon as it is stored; the customer's browser hears that it is. */
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, tellLive } from '../../http/index.ts'
import { chatTopic } from '../chat/chat-topic.ts'
import type { ChannelSender } from './channel-sender.ts'

export const chatSender: ChannelSender = {
  async send(app, { tenantId, conversationKey }) {
    if (conversationKey !== null) {
      await systemWrite(app, systemActor(tenantId, 'channel:chat'), (tx) =>
        tellLive(tx, chatTopic(tx.vault, conversationKey), []),
      )
    }
    return { sent: true, providerNo: null }
  },
}
