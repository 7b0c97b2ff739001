/** Reads a stored channel; a text that is no channel is a fault. */
import { CHANNELS, type Channel } from '@anpei/domain/claims'

export function channelOf(text: string): Channel {
  if (isChannel(text)) return text
  throw new Error(`unknown channel ${text}`)
}

function isChannel(text: string): text is Channel {
  return Object.hasOwn(CHANNELS, text)
}
