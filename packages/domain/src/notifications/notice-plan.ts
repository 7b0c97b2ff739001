/**
 * NTF-02, NTF-03: the company's plan for notices is data: the order of channels, how long each may take until the next
 * one is tried, what counts as reached on it, the quiet hours, and what is urgent enough to break them.
 */
import { type Decision, ok, refuse } from '../kernel/index.ts'
import { isRecord, textsOf } from './letter-parse.ts'
import { isByHand, isNoticeChannel, type NoticeChannel } from './channels.ts'
import { type NotificationRefusal } from './refusals.ts'

export type ChannelRule = {
  readonly channel: NoticeChannel
  /** Minutes until the next channel is tried; null: a person ends it. */
  readonly waitMinutes: number | null
  /** The receipt that counts: the message lies on the telephone, or somebody saw, answered or signed. */
  readonly reachedBy: 'delivered' | 'read'
  /** How often a gateway that fails is asked before the next channel is tried. */
  readonly tries: number
}
/** Minutes of the day in Shanghai; `from` after `to` runs over midnight. */
export type QuietHours = { readonly fromMinute: number; readonly toMinute: number }
export type StandInRates = {
  /** Seconds until the receipt comes. */
  readonly delaySeconds: number
  readonly loseBps: number
  readonly duplicateBps: number
  readonly rejectBps: number
  /** Of those that arrive: share that is read or answered. */
  readonly readBps: number
}
export type NoticePlan = {
  readonly chain: readonly ChannelRule[]
  readonly quiet: QuietHours
  readonly urgent: readonly string[]
  readonly standIn: { readonly demo: StandInRates; readonly plain: StandInRates }
}

export function parseNoticePlan(input: unknown): Decision<NoticePlan, NotificationRefusal> {
  const bad = (where: string) => refuse('notifications.plan_malformed', { where })
  if (!isRecord(input)) return bad('channels')
  const chain = Array.isArray(input['chain']) ? input['chain'].map(ruleOf) : []
  const rules = chain.filter((one) => one !== null)
  if (rules.length === 0 || rules.length !== chain.length) return bad('chain')
  if (new Set(rules.map((one) => one.channel)).size !== rules.length) return bad('chain')
  // Whatever fails, somebody goes there in the end.
  if (rules.at(-1)?.waitMinutes !== null || !isByHand(rules.at(-1)?.channel ?? 'sms')) return bad('chain.last')
  const quiet = isRecord(input['quiet']) ? input['quiet'] : {}
  const [fromMinute, toMinute] = [minuteOf(quiet['from']), minuteOf(quiet['to'])]
  if (fromMinute === null || toMinute === null) return bad('quiet')
  const urgent = textsOf(input['urgent'])
  if (urgent === undefined) return bad('urgent')
  const standIn = isRecord(input['standIn']) ? input['standIn'] : {}
  const [demo, plain] = [ratesOf(standIn['demo']), ratesOf(standIn['plain'])]
  if (demo === null || plain === null) return bad('standIn')
  return ok({ chain: rules, quiet: { fromMinute, toMinute }, urgent, standIn: { demo, plain } })
}

function ruleOf(input: unknown): ChannelRule | null {
  if (!isRecord(input)) return null
  const { channel, waitMinutes, reachedBy, tries } = input
  if (typeof channel !== 'string' || !isNoticeChannel(channel)) return null
  if (waitMinutes !== null && !isCount(waitMinutes, 60 * 24 * 60)) return null
  if (reachedBy !== 'delivered' && reachedBy !== 'read') return null
  return isCount(tries, 20) ? { channel, waitMinutes, reachedBy, tries } : null
}

function ratesOf(input: unknown): StandInRates | null {
  if (!isRecord(input)) return null
  const { delaySeconds, loseBps, duplicateBps, rejectBps, readBps } = input
  if (!isCount(delaySeconds, 86_400) || !isCount(loseBps) || !isCount(duplicateBps)) return null
  if (!isCount(rejectBps) || !isCount(readBps)) return null
  return { delaySeconds, loseBps, duplicateBps, rejectBps, readBps }
}

function isCount(value: unknown, most = 10_000): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
}

function minuteOf(value: unknown): number | null {
  const match = typeof value === 'string' ? /^([01]\d|2[0-3]):([0-5]\d)$/.exec(value) : null
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

export function channelRule(plan: NoticePlan, channel: NoticeChannel): ChannelRule {
  const rule = plan.chain.find((one) => one.channel === channel)
  return rule ?? { channel, waitMinutes: 60, reachedBy: 'delivered', tries: 3 }
}
