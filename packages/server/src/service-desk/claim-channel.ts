/** The channel of a request as the claims desk names it. */
import type { Channel } from '@anpei/domain/claims'
import type { ChannelName } from '@anpei/domain/service-desk'

export const CLAIM_CHANNELS: Readonly<Record<ChannelName, Channel>> = {
  phone: 'hotline',
  elder_line: 'hotline',
  sms: 'hotline',
  chat: 'portal',
  app: 'portal',
  wechat: 'wechat',
  email: 'email',
  fax: 'post',
  letter: 'post',
  regulator: 'post',
  counter: 'counter',
  box: 'counter',
  visit: 'visit',
  liaison: 'liaison',
}
