/** Transfers at once and the tenant's way to its bank (CLM-12). States only by transition; the key is sealed. */
import { paymentLifecycle, transferLifecycle, type PaymentState, type TransferState } from '@anpei/domain/claims'
import { stateOf, type Fen, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Vault } from '../../crypto/index.ts'
import { openAccount } from '../../customers/index.ts'
import type { Db } from '../../db/index.ts'
import type { BankAccess } from './bank-channel.ts'

export async function saveBankAccess(
  db: Db,
  tenantId: number,
  vault: Vault,
  now: Instant,
  access: BankAccess,
): Promise<void> {
  const salt = vault.newSalt()
  const row = {
    address: access.address,
    key_id: access.keyId,
    salt,
    sealed: vault.seal(salt, access.key),
    made_at: now,
  }
  await db
    .insertInto('bank_channel')
    .values({ tenant_id: tenantId, ...row })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row))
    .execute()
}

export async function bankAccess(db: Db, tenantId: number, vault: Vault): Promise<BankAccess | null> {
  const row = await db.selectFrom('bank_channel').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst()
  return row ? { address: row.address, keyId: row.key_id, key: vault.openText(row.salt, row.sealed) } : null
}

export async function insertTransfer(
  db: Db,
  tenantId: number,
  made: { id: string; paymentId: string; batchId: string; requestNo: string; amountFen: Fen },
): Promise<void> {
  await db
    .insertInto('bank_transfer')
    .values({
      tenant_id: tenantId,
      id: made.id,
      payment_id: made.paymentId,
      batch_id: made.batchId,
      request_no: made.requestNo,
      amount_fen: made.amountFen,
      state: transferLifecycle.initial,
    })
    .execute()
}

export type TransferRecord = {
  readonly id: string
  readonly paymentId: string
  readonly batchId: string
  readonly claimId: string
  readonly requestNo: string
  readonly amountFen: Fen
  readonly state: TransferState
  readonly paymentState: PaymentState
  readonly expiresAt: Instant | null
  readonly askedCount: number
  readonly payee: { readonly name: string; readonly account: string; readonly bank: string }
}

type Columns = {
  id: string
  payment_id: string
  batch_id: string
  claim_id: string
  request_no: string
  amount_fen: bigint
  state: string
  payment_state: string
  expires_at: Instant | null
  asked_count: number
  holder_name: string
  bank: string | null
  sealed: Buffer
  salt: Buffer
}

/** Locked until the transaction ends: two workers never send the same one. */
export async function lockTransfer(
  db: Db,
  tenantId: number,
  vault: Vault,
  id: string,
): Promise<TransferRecord | undefined> {
  const { rows } = await sql<Columns>`
    select t.id, t.payment_id, t.batch_id, p.claim_id, t.request_no, t.amount_fen, t.state, p.state as payment_state,
      t.expires_at, t.asked_count, a.holder_name, a.bank, a.sealed, n.salt
    from bank_transfer t
    join payment p on p.tenant_id = t.tenant_id and p.id = t.payment_id
    join payee_account a on a.tenant_id = p.tenant_id and a.id = p.payee_account_id
    join person n on n.tenant_id = a.tenant_id and n.id = a.person_id
    where t.tenant_id = ${tenantId} and t.id = ${id} for update of t`.execute(db)
  const row = rows[0]
  return (
    row && {
      id: row.id,
      paymentId: row.payment_id,
      batchId: row.batch_id,
      claimId: row.claim_id,
      requestNo: row.request_no,
      amountFen: row.amount_fen,
      state: stateOf(transferLifecycle, row.state),
      paymentState: stateOf(paymentLifecycle, row.payment_state),
      expiresAt: row.expires_at,
      askedCount: row.asked_count,
      payee: { name: row.holder_name, account: openAccount(vault, row.salt, row.sealed), bank: row.bank ?? '' },
    }
  )
}

export type TransferChange = {
  readonly transition?: Transition<TransferState>
  readonly sentAt?: Instant
  readonly expiresAt?: Instant
  readonly answeredAt?: Instant
  readonly askedCount?: number
  readonly bankReference?: string
  readonly fault?: string | null
}

export async function saveTransfer(db: Db, tenantId: number, id: string, change: TransferChange): Promise<void> {
  const set = {
    state: change.transition?.to,
    sent_at: change.sentAt,
    expires_at: change.expiresAt,
    answered_at: change.answeredAt,
    asked_count: change.askedCount,
    bank_reference: change.bankReference,
    fault: change.fault,
  }
  await db
    .updateTable('bank_transfer')
    .set(Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

export async function transferOfBatch(
  db: Db,
  tenantId: number,
  batchId: string,
): Promise<{ readonly id: string; readonly state: TransferState; readonly paymentState: PaymentState } | undefined> {
  const row = await db
    .selectFrom('bank_transfer as t')
    .innerJoin('payment as p', (join) =>
      join.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.payment_id'),
    )
    .select(['t.id', 't.state', 'p.state as payment_state'])
    .where('t.tenant_id', '=', tenantId)
    .where('t.batch_id', '=', batchId)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      state: stateOf(transferLifecycle, row.state),
      paymentState: stateOf(paymentLifecycle, row.payment_state),
    }
  )
}

/** Those that have not ended, for the start of a process. */
export async function openTransfers(db: Db, tenantId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('bank_transfer')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('state', 'not in', ['settled', 'rejected', 'disputed'])
    .orderBy('id')
    .limit(1000)
    .execute()
  return rows.map((row) => row.id)
}
