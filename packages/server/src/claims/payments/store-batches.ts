/** Batches, the bank's answers to them, and cash receipts (CLM-12). A batch and its payments change in one
 * transaction. */
import { batchLifecycle, type BatchState } from '@anpei/domain/claims'
import { stateOf, type Fen, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { openAccount } from '../../customers/index.ts'
import type { Vault } from '../../crypto/index.ts'
import type { Db } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import { SHARES_UNDECIDED } from '../decision/store-shares.ts'
import type { BankPayment } from './bank-file.ts'

export type ReadyPayment = { readonly id: string; readonly paymentNo: string; readonly amountFen: Fen }

/** Gives payments without an account the insured's own confirmed one, where that is lawful. */
export async function fillOwnAccounts(db: Db, tenantId: number): Promise<void> {
  await sql`
    update payment p set payee_account_id = a.id
    from payee_account a, person n, claim_line l
    where p.tenant_id = ${tenantId} and p.state = 'due' and p.payee_account_id is null
      and n.tenant_id = p.tenant_id and n.id = p.person_id and n.died_on is null
      and l.tenant_id = p.tenant_id and l.id = p.claim_line_id and l.benefit not in ('death', 'transport_death')
      and a.tenant_id = p.tenant_id and a.person_id = p.person_id and a.relation = 'self' and a.state =
        'confirmed'`.execute(db)
}

/** Payments that can be batched now: due, to a confirmed account; locked, so that no other batch takes them. */
export async function lockReady(
  db: Db,
  tenantId: number,
  ids: readonly string[] | null,
  most: number,
): Promise<ReadyPayment[]> {
  const chosen = ids === null ? sql`true` : sql`p.id = any(${[...ids]}::uuid[])`
  const found = await sql<{ id: string; payment_no: string; amount_fen: bigint }>`
    select p.id, p.payment_no, p.amount_fen from payment p
    join payee_account a on a.tenant_id = p.tenant_id and a.id = p.payee_account_id and a.state = 'confirmed'
    where p.tenant_id = ${tenantId} and p.state = 'due' and ${chosen} and not ${SHARES_UNDECIDED}
    order by p.id limit ${most} for update of p skip locked`.execute(db)
  return found.rows.map((row) => ({ id: row.id, paymentNo: row.payment_no, amountFen: row.amount_fen }))
}

export type NewBatch = {
  readonly id: string
  readonly format: string
  readonly madeBy: string
  readonly payments: readonly ReadyPayment[]
}

export async function insertBatch(db: Db, tenantId: number, now: Instant, batch: NewBatch): Promise<void> {
  await sql`
    insert into payment_batch (tenant_id, id, batch_no, format, state, payment_count, total_fen, made_by, made_at)
    values (${tenantId}, ${batch.id}, 'PB' || to_char(${now}::timestamptz at time zone 'Asia/Shanghai', 'YYYYMMDD')
      || lpad(nextval('batch_no')::text, 6, '0'), ${batch.format}, ${batchLifecycle.initial}, ${batch.payments.length},
      ${batch.payments.reduce((sum, one) => sum + one.amountFen, 0n)}, ${batch.madeBy}, ${now})`.execute(db)
}

export type BatchRecord = {
  readonly id: string
  readonly batchNo: string
  readonly format: string
  readonly state: BatchState
  readonly madeBy: string
  readonly madeAt: Instant
}

export async function lockBatch(db: Db, tenantId: number, batchId: string): Promise<BatchRecord | undefined> {
  const row = await db
    .selectFrom('payment_batch')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', batchId)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      batchNo: row.batch_no,
      format: row.format,
      state: stateOf(batchLifecycle, row.state),
      madeBy: row.made_by,
      madeAt: row.made_at,
    }
  )
}

export async function findBatch(
  db: Db,
  tenantId: number,
  batchId: string,
): Promise<(BatchRecord & { fileHash: Buffer | null }) | undefined> {
  const row = await db
    .selectFrom('payment_batch')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', batchId)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      batchNo: row.batch_no,
      format: row.format,
      state: stateOf(batchLifecycle, row.state),
      madeBy: row.made_by,
      madeAt: row.made_at,
      fileHash: row.file_hash,
    }
  )
}

export type BatchChange = {
  readonly transition: Transition<BatchState>
  readonly sent?: {
    readonly by: string
    readonly at: Instant
    /** Empty for a transfer at once, which has no file. */
    readonly fileHash: Buffer | null
    readonly count: number
    readonly totalFen: Fen
  }
  readonly answeredAt?: Instant
}

export async function saveBatch(
  db: Db,
  tenantId: number,
  batchId: string,
  change: BatchChange & { readonly transition: Transition<BatchState> },
): Promise<void> {
  const { sent, answeredAt } = change
  await db
    .updateTable('payment_batch')
    .set({
      state: change.transition.to,
      ...(sent
        ? {
            sent_by: sent.by,
            sent_at: sent.at,
            file_hash: sent.fileHash,
            payment_count: sent.count,
            total_fen: sent.totalFen,
          }
        : {}),
      ...(answeredAt ? { answered_at: answeredAt } : {}),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', batchId)
    .execute()
}

export type BatchedPayment = BankPayment & { readonly id: string; readonly confirmed: boolean }

/** In the order of the file: by number. */
/** Whose claims these payments pay. */
export async function personsPaid({ db, actor }: Tx, paymentIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`select distinct c.person_id from payment p
    join claim c on c.tenant_id = p.tenant_id and c.id = p.claim_id
    where p.tenant_id = ${actor.tenantId} and p.id = any(${[...paymentIds]}::uuid[])`.execute(db)
  return rows.map((row) => row.person_id)
}

export async function paymentsOfBatch(
  db: Db,
  tenantId: number,
  vault: Vault,
  batchId: string,
): Promise<BatchedPayment[]> {
  const found = await sql<{
    id: string
    payment_no: string
    amount_fen: bigint
    holder_name: string
    bank: string | null
    sealed: Buffer
    salt: Buffer
    state: string
  }>`
    select p.id, p.payment_no, p.amount_fen, a.holder_name, a.bank, a.sealed, n.salt, a.state
    from payment p join payee_account a on a.tenant_id = p.tenant_id and a.id = p.payee_account_id
    join person n on n.tenant_id = p.tenant_id and n.id = a.person_id
    where p.tenant_id = ${tenantId} and p.batch_id = ${batchId} order by p.payment_no`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    paymentNo: row.payment_no,
    amountFen: row.amount_fen,
    holderName: row.holder_name,
    bank: row.bank,
    account: openAccount(vault, row.salt, row.sealed),
    confirmed: row.state === 'confirmed',
  }))
}

/** Payments of a batch the bank has not answered. */
export async function countWaiting(db: Db, tenantId: number, batchId: string): Promise<number> {
  const row = await db
    .selectFrom('payment')
    .select((e) => e.fn.countAll<bigint>().as('n'))
    .where('tenant_id', '=', tenantId)
    .where('batch_id', '=', batchId)
    .where('state', '=', 'sent')
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function findReturn(db: Db, tenantId: number, fileHash: Buffer): Promise<unknown> {
  const row = await db
    .selectFrom('bank_return')
    .select('result')
    .where('tenant_id', '=', tenantId)
    .where('file_hash', '=', fileHash)
    .executeTakeFirst()
  return row?.result
}

export async function insertReturn(
  db: Db,
  tenantId: number,
  now: Instant,
  made: { id: string; fileHash: Buffer; result: object; by: string },
): Promise<void> {
  await db
    .insertInto('bank_return')
    .values({
      tenant_id: tenantId,
      id: made.id,
      file_hash: made.fileHash,
      result: JSON.stringify(made.result),
      imported_by: made.by,
      imported_at: now,
    })
    .execute()
}

export type PayeeRecord = { readonly id: string; readonly personId: string; readonly state: string }

export async function payeeById(db: Db, tenantId: number, id: string): Promise<PayeeRecord | undefined> {
  const row = await db
    .selectFrom('payee_account')
    .select(['id', 'person_id', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, personId: row.person_id, state: row.state }
}
