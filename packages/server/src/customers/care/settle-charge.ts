/**
 * CUS-04: whoever is old or seriously ill and has an open case has a named adviser and a deputy; with the last open
 * case the charge ends. Derived from how things stand, so that it may be asked for again and again.
 */
import { addDays, dayOfInstant } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { adviserCandidates, chooseAdvisers } from './care-advisers.ts'
import { careTable, steeringOf } from './care-table.ts'
import { concernedByCases, insertCharge, lockChargeOf, saveCharge, type ChargeStand } from './store-charges.ts'

export async function settleCharge(tx: Tx, personId: string): Promise<void> {
  const stand = await lockChargeOf(tx, personId)
  if (!stand) return
  const { adviserDue, contactDays } = steeringOf(tx.now, { birthOn: stand.birth_on, careMarks: stand.care_marks })
  if (stand.charge_id !== null) {
    if (stand.open_cases === 0) return endCharge(tx, personId, stand.charge_id)
    // A new mark may ask for calls more often; none is put off by it.
    if (contactDays === null || stand.every_days === null || contactDays >= stand.every_days) return
    return saveCharge(tx.db, tx.actor.tenantId, stand.charge_id, { every_days: contactDays })
  }
  if (stand.open_cases > 0 && adviserDue) await openCharge(tx, stand, contactDays)
}

const NO_PLAN_DAYS = 7

async function openCharge(tx: Tx, stand: ChargeStand, contactDays: number | null): Promise<void> {
  const apart = await concernedByCases(tx, stand.id)
  const need = { villageCode: stand.village_code, careMarks: stand.care_marks, apart }
  const candidates = await adviserCandidates(tx)
  const { adviserId, deputyId } = chooseAdvisers(candidates, need)
  const id = newId()
  const isNew = await insertCharge(tx, {
    id,
    personId: stand.id,
    adviserId,
    deputyId,
    everyDays: contactDays ?? NO_PLAN_DAYS,
    nextContactOn: addDays(dayOfInstant(tx.now), careTable().firstContactDays),
    since: tx.now,
  })
  if (!isNew) return
  const adviser = candidates.find((one) => one.id === adviserId)
  if (adviser) adviser.openCount += 1
  tx.record({
    name: 'care.adviser_named',
    subject: { kind: 'care_charge', id },
    personId: stand.id,
    facts: { adviserId, deputyId },
  })
}

async function endCharge(tx: Tx, personId: string, chargeId: string): Promise<void> {
  await saveCharge(tx.db, tx.actor.tenantId, chargeId, { ended_at: tx.now })
  tx.record({ name: 'care.charge_ended', subject: { kind: 'care_charge', id: chargeId }, personId })
}
