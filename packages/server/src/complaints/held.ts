/** What of a complaint's paper work we hold ourselves (CMP-02). */
import type { HeldFacts } from '@anpei/domain/complaints'
import type { ComplaintRecord } from './store.ts'

export function heldFactsOf({ personId, representation, told }: ComplaintRecord): HeldFacts {
  const own = personId !== null && representation === 'self'
  return { personKnown: own, phoneKnown: own || told.complainant.phone !== '' }
}
