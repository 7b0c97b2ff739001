/** Payments and shares (CLM-12). A payment row is one sum owed to one account; states only by
 * transition. */
import { paymentLifecycle, type PaymentState } from '@anpei/domain/claims'
import { stateOf, type Fen, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { writeAsOne, type Db, type Writing } from '../../db/index.ts'
import { together, type Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'

export type PaymentRecord = {
  readonly id: string
  readonly paymentNo: string
  readonly claimId: string
  readonly lineId: string
  readonly personId: string
  readonly decidedRevision: number
  readonly shareNo: number
  readonly payeeAccountId: string | null
  readonly amountFen: Fen
  readonly state: PaymentState
  readonly paidAt: Instant | null
  readonly batchId: string | null
  readonly replaced: boolean
}

export async function paymentsOfClaim(db: Db, tenantId: number, claimId: string): Promise<PaymentRecord[]> {
  return payments(db, tenantId, sql`p.claim_id = ${claimId}`)
}

export async function paymentById(db: Db, tenantId: number, paymentId: string): Promise<PaymentRecord | undefined> {
  return (await payments(db, tenantId, sql`p.id = ${paymentId}`))[0]
}

export async function paymentsByNo(db: Db, tenantId: number, numbers: readonly string[]): Promise<PaymentRecord[]> {
  return numbers.length === 0 ? [] : payments(db, tenantId, sql`p.payment_no = any(${numbers}::text[])`)
}

type PaymentColumns = {
  id: string
  payment_no: string
  claim_id: string
  claim_line_id: string
  person_id: string
  decided_revision: number
  share_no: number
  payee_account_id: string | null
  amount_fen: bigint
  state: string
  paid_at: Instant | null
  batch_id: string | null
  replaced: boolean
}

async function payments(db: Db, tenantId: number, where: ReturnType<typeof sql>): Promise<PaymentRecord[]> {
  const found = await sql<PaymentColumns>`
    select p.id, p.payment_no, p.claim_id, p.claim_line_id, p.person_id, p.decided_revision, p.share_no,
      p.payee_account_id,
      p.amount_fen, p.state, p.paid_at, p.batch_id,
      exists (select 1 from payment r where r.tenant_id = p.tenant_id and r.claim_line_id = p.claim_line_id
        and r.replaces = p.id and r.state <> 'cancelled') as replaced
    from payment p where p.tenant_id = ${tenantId} and ${where} order by p.id`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    paymentNo: row.payment_no,
    claimId: row.claim_id,
    lineId: row.claim_line_id,
    personId: row.person_id,
    decidedRevision: row.decided_revision,
    shareNo: row.share_no,
    payeeAccountId: row.payee_account_id,
    amountFen: row.amount_fen,
    state: stateOf(paymentLifecycle, row.state),
    paidAt: row.paid_at,
    batchId: row.batch_id,
    replaced: row.replaced,
  }))
}

type OtherTaker = { readonly told: 'other_account' | 'cash_taken'; readonly name: string }

/**
 * Who was paid in the insured's place, by each of the payments that are asked for together (CUS-05). After a death the
 * beneficiaries and heirs are paid in nobody's place.
 */
export const otherTakers = together(async (tx: Tx, paymentIds: readonly string[]): Promise<OtherTaker[][]> => {
  const { tenantId } = tx.actor
  const { rows } = await sql<OtherTaker & { id: string }>`
    select p.id, a.holder_name as name, 'other_account' as told from payment p
    join payee_account a on a.tenant_id = p.tenant_id and a.id = p.payee_account_id
    join claim c on c.tenant_id = p.tenant_id and c.id = p.claim_id
    where p.tenant_id = ${tenantId} and p.id = any(${paymentIds}::uuid[]) and p.state = 'paid' and p.way = 'transfer'
      and a.relation <> 'self' and (a.relation in ('guardian', 'other') or not 'death' = any(c.kinds))
    union all
    select payment_id, receiver_name, 'cash_taken' from cash_receipt where tenant_id = ${tenantId}
      and payment_id = any(${paymentIds}::uuid[]) and signed_at is not null and receiver in ('proxy', 'guardian')
  `.execute(tx.db)
  return paymentIds.map((id) => rows.filter((row) => row.id === id))
})

/** Money that has left or is leaving: a correction counts it as given. */
export function isOnItsWay(state: PaymentState): boolean {
  return state === 'batched' || state === 'sent'
}

export type NewPayment = {
  readonly paymentNo: string
  readonly claimId: string
  readonly lineId: string
  readonly personId: string
  readonly decidedRevision: number
  readonly shareNo: number
  readonly payeeAccountId: string | null
  readonly amountFen: Fen
  readonly replaces?: string
}

export async function insertPayments(
  db: Db,
  tenantId: number,
  now: Instant,
  made: readonly NewPayment[],
): Promise<string[]> {
  const rows = made.map((payment) => paymentRow(tenantId, now, payment))
  if (rows.length > 0) await db.insertInto('payment').values(rows).execute()
  return rows.map((row) => row.id)
}

export function newPaymentWritings(db: Db, tenantId: number, now: Instant, made: readonly NewPayment[]): Writing[] {
  if (made.length === 0) return []
  return [db.insertInto('payment').values(made.map((payment) => paymentRow(tenantId, now, payment)))]
}

function paymentRow(tenantId: number, now: Instant, payment: NewPayment) {
  return {
    tenant_id: tenantId,
    id: newId(),
    payment_no: payment.paymentNo,
    claim_id: payment.claimId,
    claim_line_id: payment.lineId,
    person_id: payment.personId,
    decided_revision: payment.decidedRevision,
    share_no: payment.shareNo,
    payee_account_id: payment.payeeAccountId,
    way: 'transfer',
    amount_fen: payment.amountFen,
    state: paymentLifecycle.initial,
    made_at: now,
    replaces: payment.replaces ?? null,
  }
}

export type PaymentChange = {
  readonly transition: Transition<PaymentState>
  readonly batchId?: string | null
  readonly fault?: string
  readonly paidAt?: Instant
  readonly way?: 'cash'
}

export async function savePayments(
  db: Db,
  tenantId: number,
  ids: readonly string[],
  change: PaymentChange & { readonly transition: Transition<PaymentState> },
): Promise<void> {
  await writeAsOne(db, paymentWritings(db, tenantId, ids, change))
}

export function paymentWritings(
  db: Db,
  tenantId: number,
  ids: readonly string[],
  change: PaymentChange & { readonly transition: Transition<PaymentState> },
): Writing[] {
  if (ids.length === 0) return []
  const { batchId, fault, paidAt, way } = change
  return [
    db
      .updateTable('payment')
      .set({
        state: change.transition.to,
        ...(batchId === undefined ? {} : { batch_id: batchId }),
        ...(fault === undefined ? {} : { fault }),
        ...(paidAt === undefined ? {} : { paid_at: paidAt }),
        ...(way === undefined ? {} : { way }),
      })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', ids.length === 1 ? (ids[0] ?? '') : sql<string>`any(${ids}::uuid[])`)
      .where('state', '=', change.transition.from),
  ]
}

export type PayeePlan = {
  /** Line → shares as set; a line without shares is not in here. */
  readonly shares: ReadonlyMap<
    string,
    readonly { readonly shareNo: number; readonly payeeAccountId: string; readonly shareBps: number }[]
  >
  /** The confirmed account of the insured, if the insured lives. */
  readonly ownAccountId: string | null
}

export async function payeePlanOf(db: Db, tenantId: number, claimId: string): Promise<PayeePlan> {
  const found = await sql<{
    own: string | null
    shares:
      | {
          claim_line_id: string
          share_no: number
          payee_account_id: string
          share_bps: number
        }[]
      | null
  }>`
    select (select a.id from payee_account a where a.tenant_id = c.tenant_id and a.person_id = c.person_id and
      a.state = 'confirmed'
        and a.relation = 'self' and p.died_on is null order by a.checked_at desc nulls last, a.id desc limit 1) as own,
      (select json_agg(s order by s.share_no) from payment_share s join claim_line l on l.tenant_id = s.tenant_id and
        l.id = s.claim_line_id
        where l.tenant_id = c.tenant_id and l.claim_id = c.id) as shares
    from claim c join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    where c.tenant_id = ${tenantId} and c.id = ${claimId}`.execute(db)
  const row = found.rows[0]
  const shares = Map.groupBy(row?.shares ?? [], (share) => share.claim_line_id)
  return {
    ownAccountId: row?.own ?? null,
    shares: new Map(
      [...shares].map(([line, rows]) => [
        line,
        rows.map((share) => ({
          shareNo: share.share_no,
          payeeAccountId: share.payee_account_id,
          shareBps: share.share_bps,
        })),
      ]),
    ),
  }
}
