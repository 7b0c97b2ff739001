/** CUS-05: consents handed in by families, for the person of the staff who checks them against the register. */
import type { waitingLinks as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { maskIdNumber } from '@anpei/domain/customers'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { findRegistered, waitingLinkRows } from './store.ts'
import { linkTold, phoneMaskedOf } from './views.ts'

export async function listWaitingLinks(tx: Tx,
  { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { db, vault, actor } = tx
  const rows = await waitingLinkRows(db, actor.tenantId, query.cursor ?? null, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  const items = await Promise.all(shown.map(async (row) => {
    const told = linkTold(vault, row)
    const person = await findRegistered(db, actor.tenantId, vault.lookupHash('id_number', told.idNumber))
    return {
      id: row.id, personName: told.name, idNumberMasked: maskIdNumber(told.idNumber), personKnown: person !== undefined,
      nameFits: person?.name === told.name, ownName: told.ownName, relation: told.relation,
      phoneMasked: phoneMaskedOf(vault, { salt: row.account_salt, sealed: row.account_sealed }), untilOn: row.until_on,
      madeAt: row.made_at,
      fileIds: row.file_ids,
    }
  }))
  return ok({ items, nextCursor: rows.length > query.limit ? shown.at(-1)?.id ?? null : null, total: null,
    totalMore: false })
}
