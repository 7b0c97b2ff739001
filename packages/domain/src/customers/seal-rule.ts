/**
 * CUS-11: a sealed matter is there for those who work on it. Others open it with a reason, for a time; the persons it
 * concerns never do.
 */
import { mayKnow, ok, refuse, type Decision, type Seal } from '../kernel/index.ts'

export function decideOpening(seal: Seal | undefined, userId: string): Decision<null> {
  if (!seal || seal.concerned.includes(userId)) return refuse('request.not_found')
  return mayKnow(seal, userId) ? refuse('customers.seal_needs_no_opening') : ok(null)
}
