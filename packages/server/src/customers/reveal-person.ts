/**
 * CUS-08: a permitted person sees the unmasked values, with a reason; the look stands in the log before the answer
 * leaves.
 */
import type { revealPerson as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { openSecrets } from './person-reads.ts'
import { loadPersonData } from './store-persons.ts'

export async function revealPerson(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const person = await loadPersonData(tx.db, tx.actor, 'person.reveal', params.personId)
  if (!person) return refuse('request.not_found')
  tx.look({
    name: 'person.revealed',
    subject: { kind: 'person', id: person.id },
    personId: person.id,
    reason: body.reason,
  })
  return ok({ ...openSecrets(tx, person), birthOn: person.birth_on })
}
