/** What is asked back, and the entries against it (CLM-16). The claim is locked by whoever changes either. */
import {
  recoveryEntryLifecycle,
  recoveryLifecycle,
  type RecoveryEntryState,
  type RecoverySums,
  type RecoveryState,
} from '@anpei/domain/claims'
import { stateOf, type Day, type Fen, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { newId } from '../../kernel/index.ts'

export type NewRecovery = {
  readonly recoveryNo: string
  readonly claimId: string
  readonly lineId: string
  readonly decidedRevision: number
  readonly amountFen: Fen
}

export async function insertRecoveries(
  db: Db,
  tenantId: number,
  now: Instant,
  by: string | null,
  made: readonly NewRecovery[],
): Promise<void> {
  if (made.length === 0) return
  await db
    .insertInto('recovery')
    .values(
      made.map((one) => ({
        tenant_id: tenantId,
        id: newId(),
        recovery_no: one.recoveryNo,
        claim_id: one.claimId,
        claim_line_id: one.lineId,
        decided_revision: one.decidedRevision,
        state: recoveryLifecycle.initial,
        amount_fen: one.amountFen,
        made_by: by,
        made_at: now,
      })),
    )
    .execute()
}

export type RecoveryRecord = RecoverySums & {
  readonly id: string
  readonly recoveryNo: string
  readonly claimId: string
  readonly lineId: string
  readonly state: RecoveryState
  /** Entered and not confirmed. */
  readonly waitingFen: Fen
}

type Columns = {
  id: string
  recovery_no: string
  claim_id: string
  claim_line_id: string
  state: string
  amount_fen: bigint
  repaid_fen: bigint
  waived_fen: bigint
  waiting_fen: bigint
}

export async function recoveriesOfClaim(db: Db, tenantId: number, claimId: string): Promise<RecoveryRecord[]> {
  return recoveries(db, tenantId, sql`r.claim_id = ${claimId}`)
}

export async function recoveryById(db: Db, tenantId: number, id: string): Promise<RecoveryRecord | undefined> {
  return (await recoveries(db, tenantId, sql`r.id = ${id}`))[0]
}

export async function recoveriesByNo(db: Db, tenantId: number, numbers: readonly string[]): Promise<RecoveryRecord[]> {
  return numbers.length === 0 ? [] : recoveries(db, tenantId, sql`r.recovery_no = any(${[...numbers]}::text[])`)
}

async function recoveries(db: Db, tenantId: number, where: ReturnType<typeof sql>): Promise<RecoveryRecord[]> {
  const found = await sql<Columns>`
    select r.id, r.recovery_no, r.claim_id, r.claim_line_id, r.state, r.amount_fen, r.repaid_fen, r.waived_fen,
      (select coalesce(sum(e.amount_fen), 0)::bigint from recovery_entry e where e.tenant_id = r.tenant_id
        and e.recovery_id = r.id and e.state = 'waiting') as waiting_fen
    from recovery r where r.tenant_id = ${tenantId} and ${where} order by r.made_at, r.id`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    recoveryNo: row.recovery_no,
    claimId: row.claim_id,
    lineId: row.claim_line_id,
    state: stateOf(recoveryLifecycle, row.state),
    amountFen: row.amount_fen,
    repaidFen: row.repaid_fen,
    waivedFen: row.waived_fen,
    waitingFen: row.waiting_fen,
  }))
}

export type RecoveryChange = {
  readonly transition?: Transition<RecoveryState>
  readonly repaidFen?: Fen
  readonly waivedFen?: Fen
  readonly letterId?: string
  readonly endedAt?: Instant
}

export async function saveRecovery(db: Db, tenantId: number, id: string, change: RecoveryChange): Promise<void> {
  const set = {
    state: change.transition?.to,
    repaid_fen: change.repaidFen,
    waived_fen: change.waivedFen,
    letter_id: change.letterId,
    ended_at: change.endedAt,
  }
  await db
    .updateTable('recovery')
    .set(Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

export type NewEntry = {
  readonly id: string
  readonly recoveryId: string
  readonly kind: 'repayment' | 'waiver'
  readonly amountFen: Fen
  readonly reference: string | null
  readonly receivedOn: Day | null
  readonly sealed: Buffer
  readonly madeBy: string
}

/** False when the reference was booked before. */
export async function insertEntry(db: Db, tenantId: number, now: Instant, made: NewEntry): Promise<boolean> {
  const result = await sql<{ id: string }>`
    insert into recovery_entry (tenant_id, id, recovery_id, kind, state, amount_fen, reference, received_on, sealed,
      made_by, made_at)
    values (${tenantId}, ${made.id}, ${made.recoveryId}, ${made.kind}, ${recoveryEntryLifecycle.initial},
      ${made.amountFen}, ${made.reference}, ${made.receivedOn}, ${made.sealed}, ${made.madeBy}, ${now})
    on conflict (tenant_id, reference) where reference is not null and state <> 'rejected' do nothing
    returning id`.execute(db)
  return result.rows.length > 0
}

export type EntryRecord = {
  readonly id: string
  readonly recoveryId: string
  readonly kind: 'repayment' | 'waiver'
  readonly state: RecoveryEntryState
  readonly amountFen: Fen
  readonly madeBy: string
}

export async function entryById(db: Db, tenantId: number, id: string): Promise<EntryRecord | undefined> {
  const row = await db
    .selectFrom('recovery_entry')
    .select(['id', 'recovery_id', 'kind', 'state', 'amount_fen', 'made_by'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      recoveryId: row.recovery_id,
      kind: row.kind === 'waiver' ? 'waiver' : 'repayment',
      state: stateOf(recoveryEntryLifecycle, row.state),
      amountFen: row.amount_fen,
      madeBy: row.made_by,
    }
  )
}

export async function saveEntry(
  db: Db,
  tenantId: number,
  now: Instant,
  id: string,
  step: Transition<RecoveryEntryState>,
  by: string,
): Promise<void> {
  await db
    .updateTable('recovery_entry')
    .set({ state: step.to, checked_by: by, checked_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', step.from)
    .execute()
}

/** Those of the references that were booked before. */
export async function bookedReferences(
  db: Db,
  tenantId: number,
  references: readonly string[],
): Promise<ReadonlySet<string>> {
  if (references.length === 0) return new Set()
  const rows = await db
    .selectFrom('recovery_entry')
    .select('reference')
    .where('tenant_id', '=', tenantId)
    .where('reference', 'in', references)
    .where('state', '<>', 'rejected')
    .execute()
  return new Set(rows.flatMap((row) => row.reference ?? []))
}
