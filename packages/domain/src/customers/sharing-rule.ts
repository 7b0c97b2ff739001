/** CUS-09: nothing leaves the house without an agreement that is confirmed and in force on the day. */
import { ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import type { SharingState } from './privacy-lifecycles.ts'

export type SharingKnown = { readonly state: SharingState; readonly fromOn: Day; readonly toOn: Day }

export function decideSharing(entry: SharingKnown | undefined, today: Day): Decision<null> {
  if (!entry || entry.state !== 'active') return refuse('customers.sharing_not_active')
  if (today < entry.fromOn || today > entry.toOn) return refuse('customers.sharing_expired', { toOn: entry.toOn })
  return ok(null)
}
