/** Payee accounts and proxies as screens see them: masked (CUS-05, CUS-08). */
import type {
  listPayees as listPayeesRoute,
  listProxies as listProxiesRoute,
  PayeeView,
  ProxyView,
  waitingPayees as waitingRoute,
} from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import {
  maskAccount,
  maskIdNumber,
  maskPhone,
  PAYEE_RELATIONS,
  parseBankAccount,
  payeeLifecycle,
  PROXY_ACTS,
} from '@anpei/domain/customers'
import { dayOfInstant, holds, ok, refuse, stateOf, transitionsFrom, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../../identity/index.ts'
import { bankBins } from './bank-bins.ts'
import { openAccount } from './payee-secret.ts'
import { proxyTerms } from '../proxies/proxy-terms.ts'
import { payeesOfPerson, payeesWaiting, type PayeeData } from './store-payees.ts'
import { loadPersonData } from '../store-persons.ts'
import { proxiesOfPerson, type ProxyData } from '../proxies/store-proxies.ts'

export function payeeView(tx: Tx, payee: PayeeData): PayeeView {
  const account = openAccount(tx.vault, payee.salt, payee.sealed)
  const parsed = parseBankAccount(account, bankBins())
  const state = stateOf(payeeLifecycle, payee.state)
  const madeByMe = payee.made_by === tx.actor.id
  return {
    id: payee.id,
    personId: payee.person_id,
    personName: payee.person_name,
    holderName: payee.holder_name,
    relation: payee.relation,
    relationWord: PAYEE_RELATIONS[payee.relation],
    basis: payee.basis,
    bank: payee.bank,
    accountMasked: maskAccount(account),
    state,
    stateWord: payeeLifecycle.states[state].zh,
    madeBy: payee.made_by_name,
    madeAt: payee.made_at,
    checkedBy: payee.checked_by_name,
    checkedAt: payee.checked_at,
    madeByMe,
    warnings: parsed.ok ? [...parsed.value.warnings] : [],
    can: transitionsFrom(payeeLifecycle, state).filter((name) =>
      name === 'retire' ? holds(tx.actor, 'payee.propose') : !madeByMe && holds(tx.actor, 'payee.confirm'),
    ),
  }
}

export async function listPayees(
  tx: Tx,
  { params }: Input<typeof listPayeesRoute>,
): Promise<Decision<Answer<typeof listPayeesRoute>>> {
  const person = await loadPersonData(tx.db, tx.actor, 'person.read', params.personId)
  if (!person) return refuse('request.not_found')
  return ok({
    payees: (await payeesOfPerson(tx.db, tx.actor.tenantId, person.id)).map((payee) => payeeView(tx, payee)),
  })
}

export async function waitingPayees(
  tx: Tx,
  { query }: Input<typeof waitingRoute>,
): Promise<Decision<Answer<typeof waitingRoute>>> {
  const after = readCursor(query.cursor, 1)?.[0] ?? null
  const found = await payeesWaiting(tx.db, tx.actor.tenantId, after, query.limit + 1)
  return ok(
    pageOf(
      found,
      query.limit,
      (payee) => [payee.id],
      (payee) => payeeView(tx, payee),
    ),
  )
}

export function proxyView(tx: Tx, proxy: ProxyData): ProxyView {
  const secrets: { phone: string; idNumber: string } = JSON.parse(tx.vault.openText(proxy.salt, proxy.sealed))
  const today = dayOfInstant(tx.now)
  const live = proxy.revoked_at === null
  return {
    id: proxy.id,
    personId: proxy.person_id,
    proxyName: proxy.proxy_name,
    relation: proxy.relation,
    phoneMasked: secrets.phone ? maskPhone(secrets.phone) : '',
    idNumberMasked: secrets.idNumber ? maskIdNumber(secrets.idNumber) : '',
    act: proxy.act,
    actWord: PROXY_ACTS[proxy.act],
    proofKind: proxy.proof_kind,
    proofFiles: proxy.proof_files ?? [],
    fromOn: proxy.from_on,
    toOn: proxy.to_on,
    recordedBy: proxy.recorded_by_name,
    recordedAt: proxy.recorded_at,
    revokedAt: proxy.revoked_at,
    inForce: live && proxy.from_on <= today && today <= proxy.to_on,
    can: live && holds(tx.actor, 'proxy.record') ? ['revoke'] : [],
  }
}

export async function listProxies(
  tx: Tx,
  { params }: Input<typeof listProxiesRoute>,
): Promise<Decision<Answer<typeof listProxiesRoute>>> {
  const person = await loadPersonData(tx.db, tx.actor, 'person.read', params.personId)
  if (!person) return refuse('request.not_found')
  return ok({
    proxies: (await proxiesOfPerson(tx.db, tx.actor.tenantId, person.id)).map((proxy) => proxyView(tx, proxy)),
    longestDays: proxyTerms().longestDays,
  })
}
