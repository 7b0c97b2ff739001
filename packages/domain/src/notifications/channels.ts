/** The channels notices go by (NTF-01); letters, slips of the counter and visits are people's work. */
export const NOTICE_CHANNELS = {
  sms: '短信',
  wechat: '微信',
  email: '电子邮件',
  voice: '语音电话',
  counter: '柜面签收单',
  letter: '信函',
  visit: '上门',
} as const
export type NoticeChannel = keyof typeof NOTICE_CHANNELS

export function isNoticeChannel(text: string): text is NoticeChannel {
  return Object.hasOwn(NOTICE_CHANNELS, text)
}

/** Letters, slips of the counter and visits are people's work. */
export function isByHand(channel: NoticeChannel): boolean {
  return channel === 'letter' || channel === 'counter' || channel === 'visit'
}
