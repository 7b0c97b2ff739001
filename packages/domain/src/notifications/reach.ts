/**
 * NTF-02, NTF-03: by which channel a person is reached: a mobile takes short messages, a landline a spoken call; who
 * has no telephone gets a letter or a visit, never silence.
 */
import { parsePhone } from '../customers/index.ts'

export const NOTICE_CHANNELS = {
  sms: '短信',
  wechat: '微信',
  email: '电子邮件',
  letter: '信函或上门',
  voice: '语音电话',
} as const
export type NoticeChannel = keyof typeof NOTICE_CHANNELS

export type Reach =
  | {
      readonly channel: 'sms' | 'voice'
      readonly to: string
    }
  | { readonly channel: 'letter'; readonly to: '' }

/** `phones` in the order they are to be tried. */
export function reachOf(phones: readonly (string | null)[]): Reach {
  for (const typed of phones) {
    const phone = typed === null ? null : parsePhone(typed)
    if (phone?.ok) return { channel: phone.value.kind === 'mobile' ? 'sms' : 'voice', to: phone.value.phone }
  }
  return { channel: 'letter', to: '' }
}
