/**
 * CUS-11: a sealed matter is there for those who work on it. Others open it with a reason, for a time; the persons it
 * concerns never do.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'

export type SealKnown = { readonly concerned: readonly string[]; readonly keepers: readonly string[] }

export function decideOpening(seal: SealKnown | undefined, userId: string): Decision<null> {
  if (!seal || seal.concerned.includes(userId)) return refuse('request.not_found')
  if (seal.keepers.includes(userId)) return refuse('customers.seal_needs_no_opening')
  return ok(null)
}
