/** Receipts of cash (CLM-12): one live receipt a payment; one that was called off stays as it was said. */
import type { CashReceiver } from '@anpei/domain/claims'
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { SHARES_UNDECIDED } from '../decision/store-shares.ts'

export type CashInsured = {
  readonly name: string
  readonly diedOn: Day | null
  readonly lacksCapacity: boolean
  readonly sealed: Buffer
  readonly salt: Buffer
}

export type CashMandate = { readonly proxyName: string; readonly sealed: Buffer; readonly salt: Buffer }

/** The insured the money belongs to, and the mandate to receive it if one in force on that day was named. */
export async function cashParties(
  db: Db,
  tenantId: number,
  asked: { readonly paymentId: string; readonly personId: string; readonly proxyId: string | null; readonly day: Day },
): Promise<{ insured: CashInsured; mandate: CashMandate | null; sharesUndecided: boolean } | undefined> {
  const { rows } = await sql<
    CashInsured & { proxyName: string | null; proxySealed: Buffer | null; undecided: boolean }
  >`
    select n.name, n.died_on as "diedOn", n.lacks_capacity as "lacksCapacity", n.sealed, n.salt,
      x.proxy_name as "proxyName", x.sealed as "proxySealed", ${SHARES_UNDECIDED} as undecided
    from payment p join person n on n.tenant_id = p.tenant_id and n.id = ${asked.personId}
    left join proxy x on x.tenant_id = p.tenant_id and x.person_id = n.id and x.id = ${asked.proxyId}
      and x.act = 'receive' and x.revoked_at is null and ${asked.day}::date between x.from_on and x.to_on
    where p.tenant_id = ${tenantId} and p.id = ${asked.paymentId}`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { proxyName, proxySealed, undecided: sharesUndecided, ...insured } = row
  const mandate = proxyName !== null && proxySealed !== null
  return { insured, mandate: mandate ? { proxyName, sealed: proxySealed, salt: row.salt } : null, sharesUndecided }
}

export type NewCashReceipt = {
  readonly id: string
  readonly paymentId: string
  readonly receiver: CashReceiver
  readonly receiverName: string
  readonly salt: Buffer
  readonly sealed: Buffer
  readonly proxyId: string | null
  readonly basis: string | null
  readonly photoFileId: string
  readonly reason: string
  readonly firstSignerId: string
}

export async function insertCashReceipt(db: Db, tenantId: number, now: Instant, made: NewCashReceipt): Promise<void> {
  await db
    .insertInto('cash_receipt')
    .values({
      tenant_id: tenantId,
      id: made.id,
      payment_id: made.paymentId,
      receiver: made.receiver,
      receiver_name: made.receiverName,
      salt: made.salt,
      sealed: made.sealed,
      proxy_id: made.proxyId,
      basis: made.basis,
      photo_file_id: made.photoFileId,
      reason: made.reason,
      first_signer_id: made.firstSignerId,
      offered_at: now,
    })
    .execute()
}

export type CashReceiptRecord = {
  readonly id: string
  readonly firstSignerId: string
  readonly receiver: CashReceiver
  readonly receiverName: string
  readonly proxyId: string | null
}

export async function lockCashReceipt(
  db: Db,
  tenantId: number,
  paymentId: string,
): Promise<CashReceiptRecord | undefined> {
  const { rows } = await sql<CashReceiptRecord>`select id, first_signer_id as "firstSignerId", receiver,
      receiver_name as "receiverName", proxy_id as "proxyId"
    from cash_receipt where tenant_id = ${tenantId} and payment_id = ${paymentId} and called_off_at is null
    for update`.execute(db)
  return rows[0]
}

export async function signCashReceipt(
  db: Db,
  tenantId: number,
  id: string,
  by: { readonly signerId: string; readonly at: Instant },
): Promise<void> {
  await db
    .updateTable('cash_receipt')
    .set({ second_signer_id: by.signerId, signed_at: by.at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

export async function callOffCashReceipt(
  db: Db,
  tenantId: number,
  id: string,
  by: { readonly userId: string; readonly at: Instant; readonly because: string },
): Promise<void> {
  await db
    .updateTable('cash_receipt')
    .set({ called_off_by: by.userId, called_off_at: by.at, called_off_because: by.because })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

export type CashPart = {
  receiver: CashReceiver
  receiver_name: string
  sealed: string
  salt: string
  basis: string | null
  reason: string
  photo_file_id: string
  first_signer_id: string
  first_signer: string
  offered_at: string
  second_signer: string | null
  signed_at: string | null
}

/** The live receipt of `payment p`, as JSON. */
export const CASH_PART = `(select to_json(h) from (
    select h.receiver, h.receiver_name, encode(h.sealed, 'base64') as sealed, encode(h.salt, 'base64') as salt, h.basis,
      h.reason, h.photo_file_id, h.first_signer_id, h.offered_at, h.signed_at, f.name as first_signer,
      s.name as second_signer
    from cash_receipt h join staff_user f on f.tenant_id = h.tenant_id and f.id = h.first_signer_id
    left join staff_user s on s.tenant_id = h.tenant_id and s.id = h.second_signer_id
    where h.tenant_id = p.tenant_id and h.payment_id = p.id and h.called_off_at is null) h)`
