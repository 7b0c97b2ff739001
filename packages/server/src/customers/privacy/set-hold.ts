/** CUS-10: while a matter runs (a lawsuit, an investigation), nothing of the person is destroyed. */
import type { setHold as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { loadPerson } from '../person-reads.ts'
import { holdsOf, insertHold } from './store-retention.ts'
import { holdView } from './views-retention.ts'

export async function setHold(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const person = await loadPerson(tx.db, tx.actor.tenantId, params.personId)
  if (!person) return refuse('request.not_found')
  const id = newId()
  await insertHold(tx, { id, personId: person.id, matter: body.matter })
  tx.record({ name: 'hold.set', subject: { kind: 'legal_hold', id }, personId: person.id, reason: body.matter })
  const [row] = await holdsOf(tx.db, tx.actor.tenantId, { id })
  return row ? ok(holdView(tx, row)) : refuse('request.not_found')
}
