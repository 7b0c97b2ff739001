/** CUS-04: a contact of the plan is made: how, whether the person was reached, and when the next one is. */
import type { CareChargeView, recordCareContact as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { addDays, dayOfInstant, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { insertContact, lockCharge, saveCharge } from './store-charges.ts'
import { loadPersonData } from '../store-persons.ts'
import { chargeById } from './views-charges.ts'

export async function recordCareContact(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<CareChargeView>> {
  const { db, actor, vault } = tx
  const charge = await lockCharge(db, actor.tenantId, params.chargeId)
  if (!charge || !(await loadPersonData(db, actor, 'care.write', charge.person_id))) return refuse('request.not_found')
  if (charge.ended_at !== null) return refuse('customers.care_ended')
  const today = dayOfInstant(tx.now)
  const lastOn = addDays(today, charge.every_days)
  const nextContactOn = body.nextContactOn ?? (body.reached ? lastOn : addDays(today, 1))
  // Who was not reached is not put off by the plan's whole span.
  if (nextContactOn <= today || nextContactOn > lastOn) {
    return refuse('customers.contact_day', { lastOn, days: charge.every_days })
  }
  const [id, salt] = [newId(), vault.newSalt()]
  await insertContact(db, actor.tenantId, {
    id,
    chargeId: charge.id,
    way: body.way,
    reached: body.reached,
    salt,
    sealed: vault.seal(salt, JSON.stringify({ note: body.note })),
    by: actor.id,
    at: tx.now,
    nextContactOn,
  })
  await saveCharge(db, actor.tenantId, charge.id, { next_contact_on: nextContactOn })
  tx.record({
    name: 'care.contacted',
    subject: { kind: 'care_charge', id: charge.id },
    personId: charge.person_id,
    facts: { contactId: id, way: body.way, reached: body.reached, nextContactOn },
  })
  return chargeById(tx, charge.id)
}
