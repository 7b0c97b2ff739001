/** CLM-06: a superior grants a later time, and the customer is told in the same breath; or refuses with a word why. */
import type { ClaimExtension, decideExtension as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { extensionLifecycle, mayDecideExtension } from '@anpei/domain/claims'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { extensionView } from './views-extensions.ts'
import { settleClaim } from '../settle-clocks.ts'
import { lockClaim } from '../store-claims.ts'
import { decideExtensionRow, lockExtension, type ExtensionTold } from './store-extensions.ts'
import { tellLater } from './tell-later.ts'

export async function decideExtension(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<ClaimExtension>> {
  const { actor, db, now } = tx
  const extension = await lockExtension(db, actor.tenantId, params.extensionId)
  if (!extension || actor.kind !== 'staff') return refuse('request.not_found')
  const locked = await lockClaim(tx, extension.claimId, 'claim.assign')
  if (!locked.ok) return locked
  const step = transition(extensionLifecycle, body.grant ? 'grant' : 'refuse', extension.state)
  if (!step.ok) return step
  const other = mayDecideExtension(extension.askedById, actor.id)
  if (!other.ok) return other
  const told: ExtensionTold = JSON.parse(tx.vault.openText(extension.salt, extension.sealed))
  const sealed = tx.vault.seal(extension.salt, JSON.stringify({ ...told, answer: body.answer }))
  await decideExtensionRow(db, actor.tenantId, extension.id, step.value, { sealed, by: actor.id, at: now })
  if (body.grant) {
    const later = { reason: told.reason, newDueOn: extension.newDueOn, approvedBy: actor.id }
    const done = await tellLater(tx, locked.value, later)
    if (!done.ok) return done
  } else {
    tx.record({
      name: 'claim.extension_refused',
      subject: { kind: 'claim', id: extension.claimId },
      personId: locked.value.personId,
    })
    await settleClaim(tx, locked.value, {})
  }
  const after = await lockExtension(db, actor.tenantId, extension.id)
  return after ? ok(await extensionView(tx, after)) : refuse('request.not_found')
}
