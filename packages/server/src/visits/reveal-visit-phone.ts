/** CUS-08, SRV-09: whoever makes or arranges the visit sees the telephone to ring up, with a reason that is logged. */
import type { revealVisitPhone as route } from '@anpei/contract/visits'
import type { Answer, Input } from '@anpei/contract/kernel'
import { holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { mayShowPhone } from '@anpei/domain/visits'
import { secretsOf } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { findVisit } from './store.ts'

export async function revealVisitPhone(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await findVisit(tx, params.visitId, 'visit.read')
  if (!found.ok) return found
  const { id, state, personId, visitorId, told } = found.value
  const shows = mayShowPhone({
    state,
    isVisitor: visitorId === tx.actor.id,
    mayArrange: holds(tx.actor, 'visit.arrange'),
    mayMake: holds(tx.actor, 'visit.make'),
    mayReveal: holds(tx.actor, 'person.reveal'),
  })
  if (!shows) return refuse('visit.phone_closed')
  tx.look({ name: 'visit.phone_shown', subject: { kind: 'visit', id }, personId, reason: body.reason })
  const registered = told.phone === '' && personId !== null ? (await secretsOf(tx, personId))?.phone : null
  return ok({ phone: told.phone || (registered ?? '') })
}
