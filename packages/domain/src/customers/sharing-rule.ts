/** CUS-09: nothing leaves the house without an agreement that is confirmed and in force on the day. */
import { ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import type { SharingState } from './privacy-lifecycles.ts'
import { PARTNER_KINDS, type PartnerKind } from './privacy-words.ts'

export type SharingKnown = { readonly state: SharingState; readonly fromOn: Day; readonly toOn: Day }

export function decideSharing(entry: SharingKnown | undefined, today: Day): Decision<null> {
  if (!entry || entry.state !== 'active') return refuse('customers.sharing_not_active')
  if (today < entry.fromOn || today > entry.toOn) return refuse('customers.sharing_expired', { toOn: entry.toOn })
  return ok(null)
}

export type SharingOffer = SharingKnown & { readonly id: string; readonly kind: PartnerKind; readonly partner: string }

/**
 * The entry under which something goes to a partner of this kind: the one that names this very partner, else the
 * newest in force of the kind (one agreement may stand for all hospitals); none in force, and it does not go.
 */
export function pickSharing<Offer extends SharingOffer>(
  entries: readonly Offer[],
  to: { readonly kind: PartnerKind; readonly partner: string },
  today: Day,
): Decision<Offer> {
  const inForce = entries
    .filter((one) => one.kind === to.kind && decideSharing(one, today).ok)
    .toSorted((a, b) => (a.fromOn === b.fromOn ? (a.id < b.id ? 1 : -1) : a.fromOn < b.fromOn ? 1 : -1))
  const picked = inForce.find((one) => one.partner === to.partner) ?? inForce[0]
  return picked ? ok(picked) : refuse('customers.sharing_none', { kind: PARTNER_KINDS[to.kind] })
}
