/** CUS-01: two records are not one person; said with a reason, remembered, never suggested again. */
import type { keepApart as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { saveNotSame } from './store-doubles.ts'
import { loadPersonData } from '../store-persons.ts'

export async function keepApart(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  const pair = { first: params.firstId, second: params.secondId }
  for (const id of [pair.first, pair.second]) {
    if (!(await loadPersonData(db, actor, 'person.merge', id))) return refuse('request.not_found')
  }
  const said = { by: actor.id, at: tx.now, reason: body.reason }
  if (!(await saveNotSame(db, actor.tenantId, pair, said))) return refuse('request.not_found')
  for (const personId of [pair.first, pair.second]) {
    tx.record({
      name: 'person.not_double',
      subject: { kind: 'person', id: personId },
      personId,
      reason: body.reason,
      facts: { firstId: pair.first, secondId: pair.second },
    })
  }
  return ok(params)
}
