/**
 * CUS-05, ORG-05: an account money may go to is proposed and waits for a second person. Payout goes only to the
 * insured, a lawful beneficiary, heir or guardian; whosever account it is but the insured's own, the basis is written
 * down with the paper that was seen: who inherits, who is named, who is guardian, or what else makes it lawful.
 */
import type { PayeeView, proposePayee as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { parseBankAccount, parseBankName, parseIdNumber, parseName, payeeLifecycle } from '@anpei/domain/customers'
import { ok, refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { bankBins } from './bank-bins.ts'
import { personKnownAs } from '../known-as.ts'
import { sealAccount } from './payee-secret.ts'
import { insertPayee, loadPayee, savePayeeState } from './store-payees.ts'
import { loadPersonData } from '../store-persons.ts'
import { payeeView } from './views-payees.ts'

export async function proposePayee(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<PayeeView>> {
  const { db, actor, vault } = tx
  const person = await loadPersonData(db, actor, 'payee.propose', params.personId)
  if (!person) return refuse('request.not_found')
  const holder = parseName(body.holderName)
  if (!holder.ok) return holder
  const account = parseBankAccount(body.account, bankBins())
  if (!account.ok) return account
  const bank = parseBankName(body.bank)
  if (!bank.ok) return bank
  if (body.relation === 'self' && holder.value !== person.name)
    return refuse('customers.payee_not_self', { name: person.name })
  if (body.relation !== 'self' && body.basis === '') return refuse('customers.payee_basis_missing')
  const holderId = body.holderIdNumber === '' || body.relation === 'self' ? null : parseIdNumber(body.holderIdNumber)
  if (holderId && !holderId.ok) return holderId
  const holderPerson = await personKnownAs(tx, { name: holder.value, idNumber: holderId?.value ?? null, phone: null })
  if (!holderPerson.ok) return holderPerson
  if (body.replaces !== null) {
    const retired = await retireOld(tx, person.id, body.replaces)
    if (!retired.ok) return retired
  }
  const id = newId()
  const made = {
    id,
    personId: person.id,
    holderName: holder.value,
    holderPersonId: holderPerson.value,
    relation: body.relation,
    basis: body.basis || null,
    bank: bank.value || account.value.bank?.bankName || null,
    accountHash: vault.lookupHash('account', account.value.account),
    sealed: sealAccount(vault, person.salt, account.value.account),
    madeBy: actor.kind === 'staff' ? actor.id : null,
    madeAt: tx.now,
  }
  tx.later(insertPayee(db, actor.tenantId, made))
  tx.record({
    name: 'payee.proposed',
    subject: { kind: 'payee_account', id },
    personId: person.id,
    facts: { relation: body.relation, replaces: body.replaces },
  })
  const payee = await loadPayee(db, actor.tenantId, id)
  if (!payee) throw new Error('a payee account vanished')
  return ok(payeeView(tx, payee))
}

async function retireOld(tx: Tx, personId: string, payeeId: string): Promise<Decision<null>> {
  const old = await loadPayee(tx.db, tx.actor.tenantId, payeeId, true)
  if (!old || old.person_id !== personId) return refuse('request.not_found')
  const retired = transition(payeeLifecycle, 'retire', stateOf(payeeLifecycle, old.state))
  if (!retired.ok) return retired
  await savePayeeState(tx.db, tx.actor.tenantId, old.id, retired.value, null)
  tx.record({ name: 'payee.retired', subject: { kind: 'payee_account', id: old.id }, personId })
  return ok(null)
}
