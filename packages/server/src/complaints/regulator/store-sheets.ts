/** Sheets of the regulator (CMP-11). Words lie sealed under the salt of the complaint. */
import { regulatorLifecycle, type RegulatorState } from '@anpei/domain/complaints'
import { stateOf, type Day, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Writing } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'

export type SheetTold = {
  readonly asked: string
  readonly report: string
  readonly judgement: string
  readonly sent: string
}
export type SheetRecord = {
  readonly id: string
  readonly complaintId: string
  readonly sheetNo: string
  readonly sender: string
  readonly state: RegulatorState
  readonly receivedAt: Instant
  readonly reportBy: Day
  readonly reportForm: string
  readonly draftedBy: string | null
  readonly approvedBy: string | null
  readonly reportedAt: Instant | null
  readonly sealed: Buffer
}
type Salted = { readonly salt: Buffer }

const COLUMNS = sql`s.id, s.complaint_id as "complaintId", s.sheet_no as "sheetNo", s.sender, s.state,
  s.received_at as "receivedAt", s.report_by as "reportBy", s.report_form as "reportForm",
  s.drafted_by as "draftedBy", s.approved_by as "approvedBy", s.reported_at as "reportedAt", s.sealed`

export async function sheetsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<readonly SheetRecord[]> {
  const { rows } = await sql<Omit<SheetRecord, 'state'> & { state: string }>`select ${COLUMNS} from regulator_case s
    where s.tenant_id = ${tx.actor.tenantId} and ${where}`.execute(tx.db)
  return rows.map((row) => ({ ...row, state: stateOf(regulatorLifecycle, row.state) }))
}

export function sheetTold(tx: Tx, { salt }: Salted, { sealed }: Pick<SheetRecord, 'sealed'>): SheetTold {
  const told: SheetTold = JSON.parse(tx.vault.openText(salt, sealed))
  return told
}

type NewSheet = Pick<
  SheetRecord,
  'id' | 'complaintId' | 'sheetNo' | 'sender' | 'receivedAt' | 'reportBy' | 'reportForm'
>

/** False where this sender's sheet of this number is here already. */
export async function insertSheet(tx: Tx, { salt }: Salted, made: NewSheet, asked: string): Promise<boolean> {
  const told: SheetTold = { asked, report: '', judgement: '', sent: '' }
  const done = await tx.db
    .insertInto('regulator_case')
    .values({
      tenant_id: tx.actor.tenantId,
      id: made.id,
      complaint_id: made.complaintId,
      sheet_no: made.sheetNo,
      sender: made.sender,
      state: regulatorLifecycle.initial,
      received_at: made.receivedAt,
      recorded_by: tx.actor.id,
      report_by: made.reportBy,
      report_form: made.reportForm,
      sealed: tx.vault.seal(salt, JSON.stringify(told)),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'sender', 'sheet_no']).doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

type SheetStep = { readonly told: Partial<SheetTold>; readonly documentIds?: readonly string[] }

export function sheetStepWriting(
  tx: Tx,
  of: Salted,
  sheet: SheetRecord,
  step: Transition<RegulatorState>,
  { told, documentIds }: SheetStep,
): Writing {
  const who = tx.actor.id
  return tx.db
    .updateTable('regulator_case')
    .set({
      state: step.to,
      sealed: tx.vault.seal(of.salt, JSON.stringify({ ...sheetTold(tx, of, sheet), ...told })),
      ...(step.to === 'drafted' ? { drafted_by: who, drafted_at: tx.now } : {}),
      ...(step.to === 'approved' ? { approved_by: who, approved_at: tx.now } : {}),
      ...(step.to === 'reported' ? { reported_by: who, reported_at: tx.now } : {}),
      ...(documentIds ? { document_ids: [...documentIds] } : {}),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', sheet.id)
}
