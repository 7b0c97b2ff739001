/**
 * ORG-05, CUS-08: who checks a correction sees both values whole, with a reason: a mask hides the very digit that may
 * be wrong. The look stands in the log before the answer leaves.
 */
import { Particulars, type revealPersonChange as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { confirmedChange, findChange } from '../identity/index.ts'
import { difference, particularsOf } from './particulars.ts'
import { openSecrets, villageNames } from './person-reads.ts'
import { loadPersonData } from './store-persons.ts'

export async function revealPersonChange(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const change = await findChange(tx, params.changeId)
  const person = change && (await loadPersonData(tx.db, tx.actor, 'person.check', change.subject_id))
  if (!person || change.kind !== 'person.particulars' || change.state !== 'waiting') return refuse('request.not_found')
  tx.look({
    name: 'person.revealed',
    subject: { kind: 'person', id: person.id },
    personId: person.id,
    reason: body.reason,
    facts: { changeId: change.id },
  })
  const proposed = Particulars.parse(confirmedChange(tx, change).sealed)
  const known = particularsOf(person, openSecrets(tx, person))
  const villages = await villageNames(tx.db, [known.villageCode, proposed.villageCode ?? ''])
  return ok({ fields: difference(known, proposed, villages) })
}
