/**
 * CUS-04, ORG-07: a lead names or changes adviser and deputy, with the reason; only who may advise, is there,
 * and is not whom an open complaint of that person is about (CUS-11). Nobody
 * goes without a deputy because none was picked: the present one stays, else one is found.
 */
import type { CareChargeView, nameAdviser as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { adviserCandidates, chooseAdvisers } from './care-advisers.ts'
import { concernedByCases, lockCharge, saveCharge } from './store-charges.ts'
import { loadPersonData, type PersonData } from '../store-persons.ts'
import { chargeById } from './views-charges.ts'

export async function nameAdviser(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<CareChargeView>> {
  const { db, actor } = tx
  const { adviserId, reason } = body
  const charge = await lockCharge(db, actor.tenantId, params.chargeId)
  const person = charge && (await loadPersonData(db, actor, 'care.lead', charge.person_id))
  if (!charge || !person) return refuse('request.not_found')
  if (charge.ended_at !== null) return refuse('customers.care_ended')
  const candidates = await adviserCandidates(tx)
  const concerned = await concernedByCases(tx, charge.person_id)
  const may = (id: string) => candidates.some((one) => one.id === id && !one.absent) && !concerned.includes(id)
  if (!may(adviserId) || adviserId === body.deputyId || (body.deputyId !== null && !may(body.deputyId))) {
    return refuse('customers.not_an_adviser')
  }
  const stays = charge.deputy_id !== null && charge.deputy_id !== adviserId && may(charge.deputy_id)
  const deputyId =
    body.deputyId ?? (stays ? charge.deputy_id : await anotherDeputy(tx, person, [adviserId, ...concerned]))
  await saveCharge(db, actor.tenantId, charge.id, { adviser_id: adviserId, deputy_id: deputyId })
  tx.record({
    name: charge.adviser_id === null ? 'care.adviser_named' : 'care.handed_over',
    subject: { kind: 'care_charge', id: charge.id },
    personId: charge.person_id,
    reason,
    facts: { adviserId, deputyId, before: charge.adviser_id },
  })
  return chargeById(tx, charge.id)
}

async function anotherDeputy(tx: Tx, person: PersonData, apart: readonly string[]): Promise<string | null> {
  const { village_code: villageCode, care_marks: careMarks } = person
  return chooseAdvisers(await adviserCandidates(tx), { villageCode, careMarks, apart }).adviserId
}
