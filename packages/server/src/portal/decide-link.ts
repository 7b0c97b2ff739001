/**
 * CUS-05: a person of the staff confirms a consent that fits somebody of the register, or sends it back with the
 * reason.
 */
import type { decideLink as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import { linkLifecycle } from '@anpei/domain/portal'
import type { Tx } from '../http/index.ts'
import { findRegistered, lockLink, saveLink } from './store.ts'
import { linkTold } from './views.ts'

export async function decideWaitingLink(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { actor, db, vault } = tx
  const link = await lockLink(db, actor.tenantId, params.linkId)
  if (!link) return refuse('request.not_found')
  const step = transition(linkLifecycle, body.outcome, stateOf(linkLifecycle, link.state))
  if (!step.ok) return step
  const told = linkTold(vault, link)
  const person = await findRegistered(db, actor.tenantId, vault.lookupHash('id_number', told.idNumber))
  const fits = person !== undefined && person.name === told.name
  if (body.outcome === 'confirm' && !fits) return refuse('portal.link_no_match')
  if (body.outcome === 'reject' && body.comment === '') return refuse('portal.reason_missing')
  await saveLink(db, actor.tenantId, link.id, step.value, {
    checkedBy: actor.id,
    checkedAt: tx.now,
    comment: body.comment,
    ...(fits ? { personId: person.id } : {}),
  })
  const name = body.outcome === 'confirm' ? 'portal.linked' : 'portal.link_rejected'
  tx.record({
    name,
    subject: { kind: 'portal_link', id: link.id },
    personId: person?.id ?? null,
    facts: { basis: link.basis },
  })
  return ok({ id: link.id, state: step.value.to })
}
