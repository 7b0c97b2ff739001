/** SRV-02: the channels an answer leaves by; a new one is one file and one line here. The others are written down. */
import type { ChannelName } from '@anpei/domain/service-desk'
import type { ChannelSender } from './channel-sender.ts'
import { chatSender } from './chat-sender.ts'
import { emailSender } from './email-sender.ts'
import { gatewaySender } from './gateway-sender.ts'
import { wechatSender } from './wechat-sender.ts'

/** The APP shows what is stored: it is there when the customer looks. */
const stored: ChannelSender = { send: async () => ({ sent: true, providerNo: null }) }

const SENDERS: Partial<Record<ChannelName, ChannelSender>> = {
  chat: chatSender,
  app: stored,
  sms: gatewaySender('sms'),
  email: emailSender,
  wechat: wechatSender,
}

export function senderOf(channel: ChannelName): ChannelSender | undefined {
  return SENDERS[channel]
}
