/** Suits and arbitrations about a claim (CLM-16); the claim is locked by whoever changes one. */
import { litigationLifecycle, type Forum, type LitigationOutcome, type LitigationState } from '@anpei/domain/claims'
import { stateOf, type Day, type Fen, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'

export type NewLitigation = {
  readonly id: string
  readonly claimId: string
  readonly forum: Forum
  readonly forumName: string
  readonly caseNo: string
  readonly filedOn: Day
  readonly claimedFen: Fen
  readonly hearingOn: Day | null
  readonly hearingTaskId: string | null
  readonly sealed: Buffer
  readonly madeBy: string
}

/** False when the claim has this case number already. */
export async function insertLitigation(db: Db, tenantId: number, now: Instant, made: NewLitigation): Promise<boolean> {
  const result = await sql<{ id: string }>`
    insert into litigation (tenant_id, id, claim_id, forum, forum_name, case_no, filed_on, claimed_fen, state,
      hearing_on, hearing_task_id, sealed, made_by, made_at)
    values (${tenantId}, ${made.id}, ${made.claimId}, ${made.forum}, ${made.forumName}, ${made.caseNo},
      ${made.filedOn}, ${made.claimedFen}, ${litigationLifecycle.initial}, ${made.hearingOn}, ${made.hearingTaskId},
      ${made.sealed}, ${made.madeBy}, ${now})
    on conflict (tenant_id, claim_id, case_no) do nothing returning id`.execute(db)
  return result.rows.length > 0
}

export type LitigationRecord = {
  readonly id: string
  readonly claimId: string
  readonly forumName: string
  readonly caseNo: string
  readonly state: LitigationState
  readonly hearingTaskId: string | null
}

export async function litigationById(db: Db, tenantId: number, id: string): Promise<LitigationRecord | undefined> {
  const row = await db
    .selectFrom('litigation')
    .select(['id', 'claim_id', 'forum_name', 'case_no', 'state', 'hearing_task_id'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      claimId: row.claim_id,
      forumName: row.forum_name,
      caseNo: row.case_no,
      state: stateOf(litigationLifecycle, row.state),
      hearingTaskId: row.hearing_task_id,
    }
  )
}

export type LitigationChange = {
  readonly transition: Transition<LitigationState>
  readonly hearingOn: Day | null
  readonly hearingTaskId: string | null
  readonly outcome: LitigationOutcome | null
  readonly awardedFen: Fen | null
  readonly sealed: Buffer | null
  readonly endedAt: Instant | null
}

export async function saveLitigation(
  db: Db,
  tenantId: number,
  id: string,
  change: LitigationChange & { readonly transition: Transition<LitigationState> },
): Promise<void> {
  await db
    .updateTable('litigation')
    .set({
      state: change.transition.to,
      hearing_on: change.hearingOn,
      hearing_task_id: change.hearingTaskId,
      outcome: change.outcome,
      awarded_fen: change.awardedFen,
      ended_at: change.endedAt,
      ...(change.sealed ? { sealed: change.sealed } : {}),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', change.transition.from)
    .execute()
}
