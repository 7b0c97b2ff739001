/** Papers asked of an office: out since when, to whom, until when, how often reminded (CLM-03). */
import type { AuthorityKind } from '@anpei/domain/claims'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'

export type NewAuthorityRequest = {
  readonly id: string
  readonly claimId: string
  readonly code: string
  readonly kind: AuthorityKind
  readonly authority: string
  readonly why: string
  readonly taskId: string
  readonly letterId: string
  readonly dueAt: Instant
  readonly madeBy: string
}

export async function insertAuthorityRequest(
  db: Db,
  tenantId: number,
  now: Instant,
  made: NewAuthorityRequest,
): Promise<void> {
  await db
    .insertInto('authority_request')
    .values({
      tenant_id: tenantId,
      id: made.id,
      claim_id: made.claimId,
      code: made.code,
      kind: made.kind,
      authority: made.authority,
      why: made.why,
      task_id: made.taskId,
      letter_id: made.letterId,
      due_at: made.dueAt,
      made_by: made.madeBy,
      made_at: now,
    })
    .execute()
}

export type AuthorityRequestRow = {
  readonly id: string
  readonly claim_id: string
  readonly code: string
  readonly kind: AuthorityKind
  readonly authority: string
  readonly why: string
  readonly task_id: string
  readonly letter_no: string
  readonly reminders: number
  readonly due_at: Instant
  readonly made_at: Instant
}

const COLUMNS = sql`a.id, a.claim_id, a.code, a.kind, a.authority, a.why, a.task_id, t.letter_no, a.reminders, a.due_at,
  a.made_at from authority_request a join letter t on t.tenant_id = a.tenant_id and t.id = a.letter_id`

/** What is awaited for a claim. */
export async function openAuthorityRequests(
  db: Db,
  tenantId: number,
  claimId: string,
): Promise<readonly AuthorityRequestRow[]> {
  const { rows } = await sql<AuthorityRequestRow>`select ${COLUMNS}
    where a.tenant_id = ${tenantId} and a.claim_id = ${claimId} and a.ended_at is null order by a.made_at`.execute(db)
  return rows
}

/** Still awaited, by its id. */
export async function findAuthorityRequest(
  db: Db,
  tenantId: number,
  requestId: string,
): Promise<AuthorityRequestRow | undefined> {
  const { rows } = await sql<AuthorityRequestRow>`select ${COLUMNS}
    where a.tenant_id = ${tenantId} and a.id = ${requestId} and a.ended_at is null`.execute(db)
  return rows[0]
}

export async function saveReminder(db: Db, tenantId: number, requestId: string, dueAt: Instant): Promise<void> {
  await sql`update authority_request set reminders = reminders + 1, due_at = ${dueAt}
    where tenant_id = ${tenantId} and id = ${requestId} and ended_at is null`.execute(db)
}

export async function endAuthorityRequests(
  db: Db,
  tenantId: number,
  now: Instant,
  taskIds: readonly string[],
): Promise<void> {
  await sql`update authority_request set ended_at = ${now}
    where tenant_id = ${tenantId} and task_id = any(${taskIds}::uuid[]) and ended_at is null`.execute(db)
}
