/** Who is signed in, for whom he acts, and which consents wait. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { portalMe as portalMeRoute, waitingLinks as waitingLinksRoute } from '@anpei/contract/portal'
import { maskIdNumber } from '@anpei/domain/customers'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { linksOf, loadAccount, findRegistered, waitingLinkRows } from './store.ts'
import { linkView, phoneMaskedOf, linkTold } from './views.ts'

/** Who is signed in to the portal, and for whom this account may act or has asked to act. */
export async function portalWhoAmI(tx: Tx): Promise<Decision<Answer<typeof portalMeRoute>>> {
  const { actor, db, vault } = tx
  const nobodyHere = { signedIn: false, phoneMasked: '', links: [] }
  if (actor.kind !== 'customer' || !actor.grants.has('portal.own')) return ok(nobodyHere)
  const [account, links] = await Promise.all([
    loadAccount(db, actor.tenantId, actor.id),
    linksOf(db, actor.tenantId, actor.id),
  ])
  if (!account) return ok(nobodyHere)
  return ok({
    signedIn: true,
    phoneMasked: phoneMaskedOf(vault, account),
    links: links.map((link) => linkView(vault, link)),
  })
}

/** CUS-05: consents handed in by families, for the person of the staff who checks them against the register. */
export async function listWaitingLinks(
  tx: Tx,
  { query }: Input<typeof waitingLinksRoute>,
): Promise<Decision<Answer<typeof waitingLinksRoute>>> {
  const { db, vault, actor } = tx
  const rows = await waitingLinkRows(db, actor.tenantId, query.cursor ?? null, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  const items = await Promise.all(
    shown.map(async (row) => {
      const told = linkTold(vault, row)
      const person = await findRegistered(db, actor.tenantId, vault.lookupHash('id_number', told.idNumber))
      return {
        id: row.id,
        personName: told.name,
        idNumberMasked: maskIdNumber(told.idNumber),
        personKnown: person !== undefined,
        nameFits: person?.name === told.name,
        ownName: told.ownName,
        relation: told.relation,
        phoneMasked: phoneMaskedOf(vault, { salt: row.account_salt, sealed: row.account_sealed }),
        untilOn: row.until_on,
        madeAt: row.made_at,
        fileIds: row.file_ids,
      }
    }),
  )
  return ok({
    items,
    nextCursor: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
    total: null,
    totalMore: false,
  })
}
