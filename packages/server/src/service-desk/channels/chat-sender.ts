/**
 * SRV-02: an answer in a chat is there as soon as it is stored. The customer's browser hears of it when it is noted as
 * given, for what it then reads must not promise an answer still.
 */
import { tellLive } from '../../http/index.ts'
import { chatTopic } from '../chat/chat-topic.ts'
import type { ChannelSender } from './channel-sender.ts'

export const chatSender: ChannelSender = {
  send: async () => ({ sent: true, providerNo: null }),
  async noted(tx, { conversationKey }) {
    if (conversationKey !== null) tellLive(tx, chatTopic(tx.vault, conversationKey), [])
  },
}
