/** CUS-05: the person a phone acts for now; who only reported something, or whose consent ended, finds nothing. */
import { ok, refuse, type Day, type Decision } from '@anpei/domain/kernel'
import { loadPerson } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { linksOf } from './store.ts'

type Linked = { readonly personId: string; readonly name: string; readonly diedOn: Day | null; readonly own: boolean }

export async function linkedPerson(tx: Tx, linkId: string): Promise<Decision<Linked>> {
  const links = await linksOf(tx.db, tx.actor.tenantId, tx.actor.id)
  const link = links.find((one) => one.id === linkId && one.state === 'linked')
  const person = link?.person_id && (await loadPerson(tx.db, tx.actor.tenantId, link.person_id))
  if (!link || !person) return refuse('request.not_found')
  return ok({ personId: person.id, name: person.name, diedOn: person.diedOn, own: link.basis === 'register' })
}
