/** CUS-05: the person a phone acts for now; who only reported something, or whose consent ended, finds nothing. */
import { dayOfInstant, ok, refuse, type Day, type Decision } from '@anpei/domain/kernel'
import { loadPerson } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { linkedPersons, linksOf } from './store.ts'

type Linked = {
  readonly personId: string
  readonly name: string
  readonly diedOn: Day | null
  readonly own: boolean
  /** Of whoever acts for somebody: by which mandate, and by which one to agree to a use of the data (CUS-06). */
  readonly proxyId: string | null
  readonly agreesBy: string | null
}

export async function linkedPerson(tx: Tx, linkId: string): Promise<Decision<Linked>> {
  const { tenantId, id: accountId } = tx.actor
  const today = dayOfInstant(tx.now)
  const [links, seen, agreeing] = await Promise.all([
    linksOf(tx.db, tenantId, accountId),
    linkedPersons(tx.db, tenantId, accountId, today, 'look_up'),
    linkedPersons(tx.db, tenantId, accountId, today, 'consent'),
  ])
  const named = links.find((one) => one.id === linkId && one.state === 'linked')?.person_id
  const before = named && (await loadPerson(tx.db, tenantId, named))
  const link = before && seen.find((one) => one.id === (before.mergedInto ?? before.id))
  const person = link && (await loadPerson(tx.db, tenantId, link.id))
  if (!person) return refuse('request.not_found')
  const agreesBy = agreeing.find((one) => one.id === person.id)?.proxyId ?? null
  const { proxyId } = link
  return ok({ personId: person.id, name: person.name, diedOn: person.diedOn, own: proxyId === null, proxyId, agreesBy })
}
