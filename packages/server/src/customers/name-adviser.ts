/** CUS-04, ORG-07: a lead names or changes adviser and deputy, with the reason; only who may advise and is there. */
import type { CareChargeView, nameAdviser as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { adviserCandidates } from './care-advisers.ts'
import { lockCharge, saveCharge } from './store-charges.ts'
import { loadPersonData } from './store-persons.ts'
import { chargeById } from './views-charges.ts'

export async function nameAdviser(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<CareChargeView>> {
  const { db, actor } = tx
  const { adviserId, deputyId, reason } = body
  const charge = await lockCharge(db, actor.tenantId, params.chargeId)
  if (!charge || !(await loadPersonData(db, actor, 'care.lead', charge.person_id))) return refuse('request.not_found')
  if (charge.ended_at !== null) return refuse('customers.care_ended')
  const candidates = await adviserCandidates(tx)
  const may = (id: string) => candidates.some((one) => one.id === id && !one.absent)
  if (!may(adviserId) || adviserId === deputyId || (deputyId !== null && !may(deputyId))) {
    return refuse('customers.not_an_adviser')
  }
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
