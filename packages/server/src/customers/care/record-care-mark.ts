/** CUS-04: a care mark is recorded: what, who says so, since when, perhaps until when; the rest stands sealed. */
import type { CareView, recordCareMark as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { CARE_MARKS } from '@anpei/domain/customers'
import { dayOfInstant, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { settleCharge } from './settle-charge.ts'
import { insertMark } from './store-care.ts'
import { loadPersonData } from '../store-persons.ts'
import { careView } from './views-care.ts'

export async function recordCareMark(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<CareView>> {
  const { db, actor, vault } = tx
  const { mark, source, fromOn, untilOn } = body
  const person = await loadPersonData(db, actor, 'care.write', params.personId, true)
  if (!person) return refuse('request.not_found')
  if (person.merged_into !== null) return refuse('customers.already_merged')
  const today = dayOfInstant(tx.now)
  if (fromOn > today || (untilOn !== null && untilOn < today)) return refuse('customers.care_days')
  const known = { mark: CARE_MARKS[mark] }
  if (person.care_marks.includes(mark)) return refuse('customers.care_mark_known', known)
  const [id, salt] = [newId(), vault.newSalt()]
  const sealed = vault.seal(salt, JSON.stringify({ note: body.note }))
  const row = { id, personId: person.id, mark, source, fromOn, untilOn, salt, sealed, by: actor.id, at: tx.now }
  if (!(await insertMark(db, actor.tenantId, row))) return refuse('customers.care_mark_known', known)
  tx.record({
    name: 'care.marked',
    subject: { kind: 'care_mark', id },
    personId: person.id,
    facts: { mark, source, fromOn, untilOn },
  })
  await settleCharge(tx, person.id)
  return careView(tx, person.id)
}
