/** Cases of the library (CMP-13): nobody stands in them, so nothing of them is sealed. */
import { libraryLifecycle, type LibraryState } from '@anpei/domain/complaints'
import { stateOf, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { Place } from './store-causes.ts'

export type CaseWords = {
  readonly title: string
  readonly happened: string
  readonly reason: string
  readonly handled: string
  readonly lesson: string
}
export type LibraryRecord = CaseWords &
  Pick<Place, 'step' | 'rootCause'> & {
    readonly id: string
    readonly caseNo: string
    readonly state: LibraryState
    readonly complaintId: string
    readonly improvementId: string | null
    readonly writtenBy: string
    readonly writtenAt: Instant
    readonly checkedBy: string | null
    readonly checkedAt: Instant | null
    readonly comment: string
  }

const COLUMNS = sql`l.id, l.case_no as "caseNo", l.state, l.complaint_id as "complaintId",
  l.improvement_id as "improvementId", l.step, l.root_cause as "rootCause", l.title, l.happened, l.reason, l.handled,
  l.lesson, l.written_by as "writtenBy", l.written_at as "writtenAt", l.checked_by as "checkedBy",
  l.checked_at as "checkedAt", l.comment`

export async function libraryWhere(tx: Tx, where: RawBuilder<unknown>): Promise<readonly LibraryRecord[]> {
  const { rows } = await sql<Omit<LibraryRecord, 'state'> & { state: string }>`select ${COLUMNS} from library_case l
    where l.tenant_id = ${tx.actor.tenantId} and ${where}`.execute(tx.db)
  return rows.map((row) => ({ ...row, state: stateOf(libraryLifecycle, row.state) }))
}

export async function caseOfComplaint(tx: Tx, complaintId: string): Promise<LibraryRecord | undefined> {
  const [found] = await libraryWhere(tx, sql`l.complaint_id = ${complaintId}`)
  return found
}

type NewCase = CaseWords & Pick<LibraryRecord, 'id' | 'caseNo' | 'complaintId' | 'improvementId' | 'step' | 'rootCause'>

export async function insertCase(tx: Tx, made: NewCase): Promise<void> {
  const { title, happened, reason, handled, lesson, step } = made
  await tx.db
    .insertInto('library_case')
    .values({
      tenant_id: tx.actor.tenantId,
      id: made.id,
      case_no: made.caseNo,
      state: libraryLifecycle.initial,
      complaint_id: made.complaintId,
      improvement_id: made.improvementId,
      step,
      root_cause: made.rootCause,
      title,
      happened,
      reason,
      handled,
      lesson,
      written_by: tx.actor.id,
      written_at: tx.now,
    })
    .execute()
}

export async function stepCase(
  tx: Tx,
  caseId: string,
  step: Transition<LibraryState>,
  change: Partial<
    CaseWords & { written_by: string; written_at: Instant; checked_by: string; checked_at: Instant; comment: string }
  >,
): Promise<void> {
  await tx.db
    .updateTable('library_case')
    .set({ ...change, state: step.to })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', caseId)
    .execute()
}
