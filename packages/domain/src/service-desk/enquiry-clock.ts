/**
 * SRV-01, SRV-05, T04, T05, T42: under which promise a message is answered. On line (chat, APP) in minutes; in writing
 * within a day, and so what was said by telephone or face to face and not answered there and then. A request that is
 * called a complaint keeps its promise until it is registered as one, which has limits of its own: the label leaves
 * nobody waiting. A tip is sealed from whoever is warned. SLA §2 rule 11: the next answer runs from the oldest
 * unanswered message, so only the first of several starts the clock; auto-replies and bounces never do.
 */
import type { ChannelName, RequestKind } from './words.ts'

const CLOCK_CHANNELS: Readonly<Record<ChannelName, string>> = {
  chat: 'online',
  app: 'online',
  email: 'mail',
  wechat: 'wechat',
  letter: 'letter',
  fax: 'fax',
  sms: 'sms',
  box: 'box',
  liaison: 'liaison',
  phone: 'phone',
  elder_line: 'phone',
  counter: 'counter',
  visit: 'visit',
  regulator: 'regulator',
}

/** The channel as the definitions of the clocks call it. */
export function clockChannel(channel: ChannelName): string {
  return CLOCK_CHANNELS[channel]
}

export type ArrivingMessage = {
  readonly kind: RequestKind
  readonly automatic: boolean
  /** Since when a message of the customer waits for an answer. */
  readonly unansweredSince: string | null
}

export function startsAnswerClock({ kind, automatic, unansweredSince }: ArrivingMessage): boolean {
  return !automatic && unansweredSince === null && kind !== 'tip'
}

/** CUS-11: a tip is seen by those who may see sealed matters, and never by the person it is about. */
export function isConfidential(kind: RequestKind): boolean {
  return kind === 'tip'
}
