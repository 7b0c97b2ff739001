/** The visits a family booked on its phone, and the number we call (POR-03, SRV-09). */
import type { portalMyVisits as route } from '@anpei/contract/visits'
import type { Answer } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { visitsOfAccount } from '../visits/index.ts'
import { loadAccount } from './store.ts'
import { phoneMaskedOf } from './views.ts'

export async function myVisits(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const [account, items] = await Promise.all([loadAccount(tx.db, tx.actor.tenantId, tx.actor.id), visitsOfAccount(tx)])
  return account ? ok({ phoneMasked: phoneMaskedOf(tx.vault, account), items }) : refuse('request.sign_in_first')
}
