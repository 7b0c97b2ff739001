/**
 * CUS-05, ORG-05: another person than the one who proposed it confirms the account; that it is not the insured's own
 * stands on his line, and he is told when money goes there.
 */
import type { PayeeView, confirmPayee as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { payeeLifecycle } from '@anpei/domain/customers'
import { ok, refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { loadPayee, savePayeeState } from './store-payees.ts'
import { loadPersonData } from '../store-persons.ts'
import { payeeView } from './views-payees.ts'

export async function confirmPayee(tx: Tx, { params }: Input<typeof route>): Promise<Decision<PayeeView>> {
  const { db, actor } = tx
  const payee = await loadPayee(db, actor.tenantId, params.payeeId, true)
  if (!payee || !(await loadPersonData(db, actor, 'payee.confirm', payee.person_id))) return refuse('request.not_found')
  const next = transition(payeeLifecycle, 'confirm', stateOf(payeeLifecycle, payee.state))
  if (!next.ok) return next
  if (payee.made_by === actor.id) return refuse('customers.payee_four_eyes')
  tx.later(savePayeeState(db, actor.tenantId, payee.id, next.value, { by: actor.id, at: tx.now }))
  tx.record({
    name: 'payee.confirmed',
    subject: { kind: 'payee_account', id: payee.id },
    personId: payee.person_id,
    facts: { relation: payee.relation },
  })
  if (payee.relation !== 'self') {
    tx.record({
      name: 'payee.other_account_used',
      subject: { kind: 'payee_account', id: payee.id },
      personId: payee.person_id,
    })
  }
  const after = await loadPayee(db, actor.tenantId, payee.id)
  return after ? ok(payeeView(tx, after)) : refuse('request.not_found')
}
