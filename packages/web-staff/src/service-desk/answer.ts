/** By which channel an answer goes first, and when it has to say why it answers once more (SRV-08). */
import type { RequestView } from '@anpei/contract/service-desk'
import type { ChannelName } from '@anpei/domain/service-desk'

/** Told by a person, and written down afterwards. */
export const SAID_CHANNELS: readonly ChannelName[] = ['phone', 'elder_line', 'counter', 'visit', 'liaison']

/** The channel the customer came by where it can answer, else the first that can, else the telephone. */
export function keyOfChannel({ channel, answerBy }: Pick<RequestView, 'channel' | 'answerBy'>): ChannelName {
  if (SAID_CHANNELS.includes(channel) || answerBy.some((one) => one.channel === channel)) return channel
  return answerBy[0]?.channel ?? 'phone'
}

/** Solved or closed before, and back again. */
export function needsRepeatReason({
  reopenedCount,
  firstAnsweredAt,
}: Pick<RequestView, 'reopenedCount' | 'firstAnsweredAt'>): boolean {
  return reopenedCount > 0 && firstAnsweredAt !== null
}
