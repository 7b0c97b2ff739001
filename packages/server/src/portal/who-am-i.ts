/** Who is signed in to the portal, and for whom this account may act or has asked to act. */
import type { portalMe as route } from '@anpei/contract/portal'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { linksOf, loadAccount } from './store.ts'
import { linkView, phoneMaskedOf } from './views.ts'

export async function portalWhoAmI(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const { actor, db, vault } = tx
  const nobodyHere = { signedIn: false, phoneMasked: '', links: [] }
  if (actor.kind !== 'customer' || !actor.grants.has('portal.own')) return ok(nobodyHere)
  const [account, links] = await Promise.all([loadAccount(db, actor.tenantId, actor.id),
    linksOf(db, actor.tenantId, actor.id)])
  if (!account) return ok(nobodyHere)
  return ok({ signedIn: true, phoneMasked: phoneMaskedOf(vault, account),
    links: links.map((link) => linkView(vault, link)) })
}
