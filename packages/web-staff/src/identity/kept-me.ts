/**
 * SRV-09: who was signed in here last, for a visitor's tablet that is switched on again without a network: the longest
 * day of work, and no longer than until somebody signs out. It opens nothing on the server, which asks for the session.
 */
import { Me } from '@anpei/contract/identity'
import { z } from 'zod'

const NAME = 'anpei-staff:me'
const KEPT_MS = 16 * 3_600_000
const Kept = z.object({ me: Me, heardAt: z.number() })

export type KeptMe = z.output<typeof Kept>
type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** `heardAt`: when the server said so, in milliseconds of this machine's clock. */
export function keepMe(me: Me, heardAt: number, place: Place = localStorage): void {
  place.setItem(NAME, JSON.stringify({ me, heardAt }))
}

export function keptMe(now: number, place: Place = localStorage): KeptMe | null {
  const text = place.getItem(NAME)
  if (text === null) return null
  const read = Kept.safeParse(parsed(text))
  if (read.success && now - read.data.heardAt < KEPT_MS) return read.data
  place.removeItem(NAME)
  return null
}

export function forgetMe(place: Place = localStorage): void {
  place.removeItem(NAME)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
