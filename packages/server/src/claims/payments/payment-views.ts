/** Payments and batches as screens show them; accounts masked (CLM-12, CUS-08). */
import type { BatchView, PaymentView } from '@anpei/contract/claims'
import { batchCan, batchLifecycle, paymentCan, paymentLifecycle, transferLifecycle } from '@anpei/domain/claims'
import { maskAccount } from '@anpei/domain/customers'
import { stateOf, type Instant } from '@anpei/domain/kernel'
import { BENEFIT_CODES } from '@anpei/domain/programme'
import { sql, type RawBuilder } from 'kysely'
import { openAccount } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { timeLeftBy, type TellLeft } from '../../sla/index.ts'
import { cashView } from './cash-view.ts'
import { maybeInstant } from '../claim-page.ts'
import { CASH_PART, type CashPart } from './store-cash.ts'

type PaymentColumns = {
  id: string
  payment_no: string
  claim_id: string
  claim_no: string
  person_id: string
  person_name: string
  person_salt: Buffer
  benefit: string
  amount_fen: bigint
  way: string
  state: string
  holder_name: string | null
  bank: string | null
  payee_sealed: Buffer | null
  payee_state: string | null
  due_at: Instant | null
  due_clock: string | null
  made_at: Instant
  paid_at: Instant | null
  fault: string | null
  batch_id: string | null
  replaced: boolean
  cash: CashPart | null
}

/** Rows of `payment p` that `where` allows, newest first. The due instant is that of the payment clock which ends
 * first. */
export async function paymentViews(tx: Tx, where: RawBuilder<boolean>, limit: number): Promise<PaymentView[]> {
  const left = timeLeftBy(tx)
  const found = await sql<PaymentColumns>`
    select p.id, p.payment_no, p.claim_id, c.claim_no, p.person_id, n.name as person_name, n.salt as person_salt,
      l.benefit, p.amount_fen, p.way, p.state, a.holder_name, a.bank, a.sealed as payee_sealed, a.state as payee_state,
      p.made_at, p.paid_at, p.fault, p.batch_id,
      k.due_at, k.clock_id as due_clock,
      exists (select 1 from payment r where r.tenant_id = p.tenant_id and r.claim_id = p.claim_id and r.replaces =
        p.id) as replaced,
      ${sql.raw(CASH_PART)} as cash
    from (select * from payment p where p.tenant_id = ${tx.actor.tenantId} and ${where} order by p.made_at desc, p.id
      desc limit ${limit}) p
    join claim c on c.tenant_id = p.tenant_id and c.id = p.claim_id
    join claim_line l on l.tenant_id = p.tenant_id and l.id = p.claim_line_id
    join person n on n.tenant_id = p.tenant_id and n.id = p.person_id
    left join payee_account a on a.tenant_id = p.tenant_id and a.id = p.payee_account_id
    left join lateral (select due_at, clock_id from clock k where k.tenant_id = p.tenant_id
      and k.subject_id = p.claim_id and k.clock_id in ('T16', 'T17', 'L02') and k.state = 'running'
      order by due_at limit 1) k on true
    order by p.made_at desc, p.id desc`.execute(tx.db)
  const tell = await left
  return found.rows.map((row) => paymentView(tx, row, tell))
}

function paymentView(tx: Tx, row: PaymentColumns, left: TellLeft): PaymentView {
  const state = stateOf(paymentLifecycle, row.state)
  const open = paymentLifecycle.states[state].phase === 'open'
  const dueAt = open ? row.due_at : null
  const benefit = BENEFIT_CODES.find((code) => code === row.benefit)
  if (!benefit) throw new Error(`unknown benefit ${row.benefit}`)
  return {
    id: row.id,
    paymentNo: row.payment_no,
    claimId: row.claim_id,
    claimNo: row.claim_no,
    personId: row.person_id,
    personName: row.person_name,
    benefit,
    amountFen: Number(row.amount_fen),
    way: row.way === 'cash' ? 'cash' : 'transfer',
    state,
    stateWord: paymentLifecycle.states[state].zh,
    holderName: row.holder_name,
    bank: row.bank,
    accountMasked: row.payee_sealed ? maskAccount(openAccount(tx.vault, row.person_salt, row.payee_sealed)) : null,
    accountConfirmed: row.payee_state === 'confirmed',
    dueAt,
    timeLeft: left(dueAt, row.due_clock),
    overdue: dueAt !== null && dueAt < tx.now,
    madeAt: row.made_at,
    paidAt: row.paid_at,
    fault: row.fault,
    batchId: row.batch_id,
    cash: cashView(tx, row.cash),
    can: paymentCan({ state, replaced: row.replaced, offeredBy: row.cash?.first_signer_id ?? null }, tx.actor),
  }
}

type BatchColumns = {
  id: string
  batch_no: string
  format: string
  state: string
  payment_count: number
  total_fen: bigint
  paid: number
  failed: number
  made_by: string
  maker: string | null
  made_at: Instant
  sender: string | null
  sent_at: Instant | null
  transfer: {
    state: string
    bank_reference: string | null
    fault: string | null
    sent_at: string | null
    answered_at: string | null
    asked_count: number
  } | null
}

export async function batchViews(tx: Tx, where: RawBuilder<boolean>, limit: number): Promise<BatchView[]> {
  const found = await sql<BatchColumns>`
    select b.id, b.batch_no, b.format, b.state, b.payment_count, b.total_fen, b.made_by, m.name as maker, b.made_at,
      s.name as sender, b.sent_at,
      (select to_json(t) from bank_transfer t where t.tenant_id = b.tenant_id and t.batch_id = b.id) as transfer,
      (select count(*)::int from payment p where p.tenant_id = b.tenant_id and p.batch_id = b.id and p.state =
        'paid') as paid,
      (select count(*)::int from payment p where p.tenant_id = b.tenant_id and p.batch_id = b.id and p.state =
        'failed') as failed
    from payment_batch b
    left join staff_user m on m.tenant_id = b.tenant_id and m.id = b.made_by
    left join staff_user s on s.tenant_id = b.tenant_id and s.id = b.sent_by
    where b.tenant_id = ${tx.actor.tenantId} and ${where} order by b.made_at desc, b.id desc limit
      ${limit}`.execute(tx.db)
  return found.rows.map((row) => {
    const state = stateOf(batchLifecycle, row.state)
    return {
      id: row.id,
      batchNo: row.batch_no,
      format: row.format,
      state,
      stateWord: batchLifecycle.states[state].zh,
      paymentCount: row.payment_count,
      totalFen: Number(row.total_fen),
      paidCount: row.paid,
      failedCount: row.failed,
      madeBy: row.maker ?? '',
      madeAt: row.made_at,
      sentBy: row.sender,
      sentAt: row.sent_at,
      transfer: transferView(row.transfer),
      can: batchCan(
        {
          state,
          madeBy: row.made_by,
          instant: row.format === 'instant',
          transferOpen: row.transfer !== null && !['settled', 'rejected'].includes(row.transfer.state),
        },
        tx.actor,
      ),
    }
  })
}

function transferView(row: BatchColumns['transfer']): BatchView['transfer'] {
  if (!row) return null
  const state = stateOf(transferLifecycle, row.state)
  return {
    state,
    stateWord: transferLifecycle.states[state].zh,
    bankReference: row.bank_reference,
    fault: row.fault,
    sentAt: maybeInstant(row.sent_at),
    answeredAt: maybeInstant(row.answered_at),
    askedCount: row.asked_count,
  }
}

/** A cursor `instant|id` as a condition on the table's newest-first order; undefined = it is not a cursor. */
export function beforeCursor(alias: 'p' | 'b' | 'r', cursor: string | undefined): RawBuilder<boolean> | undefined {
  if (cursor === undefined) return sql<boolean>`true`
  const match = /^(\d{4}-[\dT:.Z-]{16,24})\|([0-9a-f-]{36})$/.exec(cursor)
  if (!match) return undefined
  const [madeAt, id] = [sql.ref(`${alias}.made_at`), sql.ref(`${alias}.id`)]
  return sql<boolean>`(${madeAt}, ${id}) < (${match[1]}::timestamptz, ${match[2]}::uuid)`
}
