/**
 * CUS-05: an account that is not to be used any more is retired, with a reason; no second person is needed to stop
 * money.
 */
import type { PayeeView, retirePayee as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { payeeLifecycle } from '@anpei/domain/customers'
import { ok, refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { loadPayee, savePayeeState } from './store-payees.ts'
import { loadPersonData } from '../store-persons.ts'
import { payeeView } from './views-payees.ts'

export async function retirePayee(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<PayeeView>> {
  const { db, actor } = tx
  const payee = await loadPayee(db, actor.tenantId, params.payeeId, true)
  if (!payee || !(await loadPersonData(db, actor, 'payee.propose', payee.person_id))) return refuse('request.not_found')
  const next = transition(payeeLifecycle, 'retire', stateOf(payeeLifecycle, payee.state))
  if (!next.ok) return next
  await savePayeeState(db, actor.tenantId, payee.id, next.value, null)
  tx.record({
    name: 'payee.retired',
    subject: { kind: 'payee_account', id: payee.id },
    personId: payee.person_id,
    reason: body.reason,
  })
  const after = await loadPayee(db, actor.tenantId, payee.id)
  return after ? ok(payeeView(tx, after)) : refuse('request.not_found')
}
