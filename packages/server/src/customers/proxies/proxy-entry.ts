/**
 * CUS-05: somebody may act for the insured: for a named act, a named time, and with a proof that is kept. Where the
 * proof lies is asked after everything else was found right.
 */
import type { ProxyView, recordProxy } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { decideProxyPeriod, parseIdNumber, parseName, parsePhone } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { personKnownAs } from '../known-as.ts'
import { proxyTerms } from './proxy-terms.ts'
import { loadPersonData } from '../store-persons.ts'
import { insertProxy, loadProxy } from './store-proxies.ts'
import { proxyView } from '../payees/views-payees.ts'

/** The paper that proves it: there already, or taken in now for this proxy. */
export type ProofOf = (proxyId: string, personId: string) => Promise<Decision<string>>

export async function enterProxy(
  tx: Tx,
  { params, body }: Pick<Input<typeof recordProxy>, 'params' | 'body'>,
  proofOf: ProofOf,
): Promise<Decision<ProxyView>> {
  const { db, actor } = tx
  const person = await loadPersonData(db, actor, 'proxy.record', params.personId)
  if (!person) return refuse('request.not_found')
  const name = parseName(body.proxyName)
  if (!name.ok) return name
  const phone = body.phone === '' ? null : parsePhone(body.phone)
  if (phone && !phone.ok) return phone
  const idNumber = body.idNumber === '' ? null : parseIdNumber(body.idNumber)
  if (idNumber && !idNumber.ok) return idNumber
  const period = decideProxyPeriod(body.fromOn, body.toOn, proxyTerms().longestDays)
  if (!period.ok) return period
  const proxyPerson = await personKnownAs(tx, {
    name: name.value,
    idNumber: idNumber?.value ?? null,
    phone: phone?.value.phone ?? null,
  })
  if (!proxyPerson.ok) return proxyPerson
  const id = newId()
  const proof = await proofOf(id, person.id)
  if (!proof.ok) return proof
  await insertProxy(db, actor.tenantId, {
    id,
    personId: person.id,
    proxyName: name.value,
    proxyPersonId: proxyPerson.value,
    relation: body.relation,
    act: body.act,
    proofKind: body.proofKind,
    proofDocumentId: proof.value,
    fromOn: body.fromOn,
    toOn: body.toOn,
    recordedAt: tx.now,
    recordedBy: actor.kind === 'staff' ? actor.id : null,
    sealed: tx.vault.seal(
      person.salt,
      JSON.stringify({ phone: phone?.value.phone ?? '', idNumber: idNumber?.value.idNumber ?? '' }),
    ),
  })
  tx.record({
    name: 'proxy.recorded',
    subject: { kind: 'proxy', id },
    personId: person.id,
    facts: { act: body.act, proofKind: body.proofKind, fromOn: body.fromOn, toOn: body.toOn },
  })
  const proxy = await loadProxy(db, actor.tenantId, id)
  return proxy ? ok(proxyView(tx, proxy)) : refuse('request.not_found')
}
