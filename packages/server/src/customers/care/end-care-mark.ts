/** CUS-04: what a mark says is over: it ends on a day and stays readable. */
import type { CareView, endCareMark as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { lockMark, saveMarkEnd } from './store-care.ts'
import { loadPersonData } from '../store-persons.ts'
import { careView } from './views-care.ts'

export async function endCareMark(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<CareView>> {
  const { db, actor } = tx
  const mark = await lockMark(db, actor.tenantId, params.markId)
  const person = mark && (await loadPersonData(db, actor, 'care.write', mark.person_id))
  if (!mark || !person) return refuse('request.not_found')
  if (mark.ended_at !== null) return refuse('customers.care_mark_ended')
  if (body.endedOn < mark.from_on || body.endedOn > dayOfInstant(tx.now)) return refuse('customers.care_days')
  await saveMarkEnd(db, actor.tenantId, mark.id, { on: body.endedOn, by: actor.id, at: tx.now })
  tx.record({
    name: 'care.mark_ended',
    subject: { kind: 'care_mark', id: mark.id },
    personId: person.id,
    facts: { mark: mark.mark, endedOn: body.endedOn },
  })
  return careView(tx, person.merged_into ?? person.id)
}
