/**
 * CUS-11: a sealed matter is there for those who work on it. Others open it with a reason, for a time; the persons it
 * concerns never do.
 */
import { holds, mayKnow, ok, refuse, type Actor, type Decision, type Seal } from '../kernel/index.ts'

export function decideOpening(seal: Seal | undefined, actor: Actor): Decision<null> {
  const { id: userId } = actor
  if (!seal || seal.concerned.includes(userId)) return refuse('request.not_found')
  // What needs a right of its own has its own way of being opened.
  if (seal.needs && !holds(actor, seal.needs)) return refuse('request.not_found')
  return mayKnow(seal, userId) ? refuse('customers.seal_needs_no_opening') : ok(null)
}
