/** How an extension is shown (CLM-06). */
import type { ClaimExtension, listExtensions as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { extensionLifecycle } from '@anpei/domain/claims'
import { holds, ok, transitionsFrom, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { definitionsOf } from '../../sla/index.ts'
import { findClaim } from '../store-claims.ts'
import { extensionsOf, type ExtensionRecord, type ExtensionTold } from './store-extensions.ts'

export async function listExtensions(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const claim = await findClaim(tx, params.claimId, 'claim.read')
  if (!claim.ok) return claim
  const rows = await extensionsOf(tx.db, tx.actor.tenantId, params.claimId)
  return ok({ items: await Promise.all(rows.map((row) => extensionView(tx, row))) })
}

export async function extensionView(tx: Tx, row: ExtensionRecord): Promise<ClaimExtension> {
  const { titleOf } = await definitionsOf(tx)
  const told: ExtensionTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  const mayDecide = holds(tx.actor, 'claim.assign') && tx.actor.kind === 'staff' && tx.actor.id !== row.askedById
  return {
    id: row.id,
    claimId: row.claimId,
    state: row.state,
    stateWord: extensionLifecycle.states[row.state].zh,
    clockTitle: titleOf(row.clockId).title,
    dueOn: row.dueOn,
    newDueOn: row.newDueOn,
    ...told,
    askedBy: row.askedBy,
    askedAt: row.askedAt,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
    can: mayDecide ? transitionsFrom(extensionLifecycle, row.state) : [],
  }
}
