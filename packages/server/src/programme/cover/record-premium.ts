/** PRG-06: premium that has arrived from the policy holder, or went back to him, by the bank's number: never twice. */
import type { PremiumView, recordPremium as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { insertReceipt, policiesOfTenant } from './store-policies.ts'
import { premiumAnswer } from './views-premium.ts'

export async function recordPremium(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<PremiumView>> {
  const { db, actor, now } = tx
  const policy = (await policiesOfTenant(db, actor.tenantId)).find((one) => one.id === params.policyId)
  if (!policy) return refuse('request.not_found')
  const fresh = await insertReceipt(db, actor.tenantId, {
    id: newId(),
    policyId: policy.id,
    receivedOn: body.receivedOn,
    amountFen: BigInt(body.amountFen),
    reference: body.reference,
    note: body.note,
    recordedBy: actor.id,
    recordedAt: now,
  })
  if (!fresh) return refuse('programme.receipt_twice', { reference: body.reference })
  tx.record({
    name: 'policy.premium_recorded',
    subject: { kind: 'policy', id: policy.id },
    facts: { receivedOn: body.receivedOn, amountFen: body.amountFen },
  })
  return premiumAnswer(tx, policy.id)
}
