/**
 * NTF-02, NTF-03: by which channels a person is reached, in order: what the person prefers first, then the plan's
 * chain as far as there is an address for each; a mobile takes short messages, a landline a spoken call. The chain
 * always ends with a letter and a visit: never silence. Care marks (CUS-04) leave out what the person cannot use and
 * put a spoken word before a written one, or after it; the person's own order goes before theirs. A slip of the
 * counter is put in when the person stands there.
 */
import { parsePhone } from '../customers/index.ts'
import { isByHand, type NoticeChannel } from './channels.ts'
import type { ChannelRule } from './notice-plan.ts'

export type ReachStep = { readonly channel: NoticeChannel; readonly to: string }

export type Reachable = {
  /** Telephones in the order they are to be tried; the first that can be one counts. */
  readonly phones: readonly (string | null)[]
  readonly wechatOpenId?: string | null
  readonly email?: string | null
  /** The person's own order; channels not named follow in the plan's order. */
  readonly preferred?: readonly NoticeChannel[]
  /** Channels the person does not want. */
  readonly refused?: readonly NoticeChannel[]
  /** From care marks: what is tried first, last or never. */
  readonly care?: {
    readonly first: readonly NoticeChannel[]
    readonly last: readonly NoticeChannel[]
    readonly never: readonly NoticeChannel[]
  }
}

/** At least one step, the last one by hand. */
export function stepsFor(who: Reachable, chain: readonly ChannelRule[]): readonly ReachStep[] {
  const phone = firstPhone(who.phones)
  const address = (channel: NoticeChannel): string | null => {
    switch (channel) {
      case 'sms':
        return phone?.kind === 'mobile' ? phone.phone : null
      case 'voice':
        return phone?.phone ?? null
      case 'wechat':
        return who.wechatOpenId ?? null
      case 'email':
        return who.email ?? null
      case 'counter':
        return null
      case 'letter':
      case 'visit':
        return ''
    }
  }
  const order = chain.map((rule) => rule.channel)
  const byHand = order.filter(isByHand)
  const preferred = (who.preferred ?? []).filter((channel) => order.includes(channel) && !isByHand(channel))
  const rest = order.filter((channel) => !isByHand(channel) && !preferred.includes(channel))
  const place = (channel: NoticeChannel) =>
    who.care?.first.includes(channel) ? 0 : who.care?.last.includes(channel) ? 2 : 1
  const cared = [0, 1, 2].flatMap((which) => rest.filter((channel) => place(channel) === which))
  const wanted = [...preferred, ...cared].filter(
    (channel) => !who.refused?.includes(channel) && !who.care?.never.includes(channel),
  )
  return [...wanted, ...byHand].flatMap((channel) => {
    const to = address(channel)
    return to === null ? [] : [{ channel, to }]
  })
}

function firstPhone(phones: readonly (string | null)[]) {
  for (const typed of phones) {
    const phone = typed === null ? null : parsePhone(typed)
    if (phone?.ok) return phone.value
  }
  return null
}
