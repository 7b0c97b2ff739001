/** CUS-01, ORG-05: a correction of particulars is proposed and waits for a second person, who sees before and after. */
import type { PersonChange, proposePersonChange as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { enterCorrection } from './privacy/enter-correction.ts'
import { loadPersonData } from './store-persons.ts'
import { changeView } from './views-changes.ts'

export async function proposePersonChange(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<PersonChange>> {
  const person = await loadPersonData(tx.db, tx.actor, 'person.edit', params.personId, true)
  if (!person) return refuse('request.not_found')
  const entered = await enterCorrection(tx, person.id, body.particulars, body.reason)
  return entered.ok ? changeView(tx, entered.value) : entered
}
