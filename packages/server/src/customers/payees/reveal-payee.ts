/** CUS-08: the whole account number, with a reason; the look stands in the log before the answer leaves. */
import type { revealPayee as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { openAccount } from './payee-secret.ts'
import { loadPayee } from './store-payees.ts'
import { loadPersonData } from '../store-persons.ts'

export async function revealPayee(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const payee = await loadPayee(tx.db, tx.actor.tenantId, params.payeeId)
  if (!payee || !(await loadPersonData(tx.db, tx.actor, 'person.reveal', payee.person_id)))
    return refuse('request.not_found')
  tx.look({
    name: 'payee.revealed',
    subject: { kind: 'payee_account', id: payee.id },
    personId: payee.person_id,
    reason: body.reason,
  })
  return ok({ account: openAccount(tx.vault, payee.salt, payee.sealed) })
}
