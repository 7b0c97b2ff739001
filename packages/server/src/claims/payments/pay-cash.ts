/**
 * CLM-12, CUS-05; LAW trap 15: cash is put forward by the first signer, who says to whom and why and shows a photo of
 * the signed receipt. The payment then waits for the second signature and can go no other way meanwhile.
 */
import type { PaymentView, payCash as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideCashOffer } from '@anpei/domain/claims'
import { parseIdNumber, parseName } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { storePapers } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { paymentViews } from './payment-views.ts'
import { cashParties, insertCashReceipt } from './store-cash.ts'
import { lockClaim } from '../store-claims.ts'
import { paymentById, savePayments } from './store-payments.ts'

type Body = Input<typeof route>['body']
type Parties = NonNullable<Awaited<ReturnType<typeof cashParties>>>

export async function payCash(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<PaymentView>> {
  const { tenantId, id: actorId } = tx.actor
  const found = await paymentById(tx.db, tenantId, params.paymentId)
  if (!found) return refuse('request.not_found')
  const locked = await lockClaim(tx, found.claimId, 'payment.cash')
  if (!locked.ok) return locked
  const payment = (await paymentById(tx.db, tenantId, found.id)) ?? found
  const asked = { paymentId: payment.id, personId: payment.personId, proxyId: body.proxyId, day: dayOfInstant(tx.now) }
  const parties = await cashParties(tx.db, tenantId, asked)
  if (!parties) return refuse('request.not_found')
  const decided = decideCashOffer({
    state: payment.state,
    photos: files.length,
    receiver: body.receiver,
    basis: body.basis,
    insuredDied: parties.insured.diedOn !== null,
    insuredLacksCapacity: parties.insured.lacksCapacity,
    mandate: parties.mandate !== null,
    sharesUndecided: parties.sharesUndecided,
  })
  if (!decided.ok) return decided
  const receiver = receiverOf(tx, body, parties)
  if (!receiver.ok) return receiver
  const stored = await storePapers(tx, {
    subject: { kind: 'payment', id: payment.id },
    personId: payment.personId,
    channel: 'counter',
    receivedAt: tx.now,
    papers: [{ code: 'cash_photo', title: '现金支付照片', files }],
  })
  if (!stored.ok) return stored
  const photoFileId = stored.value[0]?.fileIds[0]
  if (photoFileId === undefined) return refuse('payment.photo_missing')
  const salt = tx.vault.newSalt()
  await savePayments(tx.db, tenantId, [payment.id], { transition: decided.value })
  await insertCashReceipt(tx.db, tenantId, tx.now, {
    id: newId(),
    paymentId: payment.id,
    receiver: body.receiver,
    receiverName: receiver.value.name,
    salt,
    sealed: tx.vault.seal(salt, receiver.value.idNumber),
    proxyId: body.receiver === 'proxy' ? body.proxyId : null,
    basis: body.basis || null,
    photoFileId,
    reason: body.reason,
    firstSignerId: actorId,
  })
  const { paymentNo } = payment
  const amountFen = Number(payment.amountFen)
  tx.record({
    name: 'claim.cash_offered',
    subject: { kind: 'claim', id: payment.claimId },
    personId: payment.personId,
    facts: { paymentId: payment.id, paymentNo, amountFen, receiver: body.receiver, proxyId: body.proxyId, photoFileId },
  })
  const [view] = await paymentViews(tx, sql<boolean>`p.id = ${payment.id}`, 1)
  return view ? ok(view) : refuse('request.not_found')
}

/** The insured and a recorded proxy are known; anybody else shows an identity card. */
function receiverOf(tx: Tx, body: Body, parties: Parties): Decision<{ name: string; idNumber: string }> {
  const { insured, mandate } = parties
  if (body.receiver === 'self') return ok({ name: insured.name, idNumber: idNumberIn(tx, insured) })
  if (body.receiver === 'proxy' && mandate) {
    const known = idNumberIn(tx, mandate)
    if (known !== '') return ok({ name: mandate.proxyName, idNumber: known })
  }
  const name = parseName(body.receiver === 'proxy' && mandate ? mandate.proxyName : body.receiverName)
  if (!name.ok) return name
  const id = parseIdNumber(body.receiverIdNumber)
  return id.ok ? ok({ name: name.value, idNumber: id.value.idNumber }) : id
}

function idNumberIn(tx: Tx, row: { salt: Buffer; sealed: Buffer }): string {
  const secrets: { idNumber: string } = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  return secrets.idNumber
}
