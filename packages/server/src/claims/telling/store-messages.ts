/** Messages of families and our answers, sealed (CLM-20). */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'

export type MessageTold = { readonly text: string; readonly answer: string }
export type NewMessage = {
  readonly id: string
  readonly claimId: string
  readonly accountId: string
  readonly salt: Buffer
  readonly sealed: Buffer
}

export async function insertMessage(db: Db, tenantId: number, now: Instant, made: NewMessage): Promise<void> {
  await db
    .insertInto('claim_message')
    .values({
      tenant_id: tenantId,
      id: made.id,
      claim_id: made.claimId,
      account_id: made.accountId,
      salt: made.salt,
      sealed: made.sealed,
      made_at: now,
    })
    .execute()
}

export async function countUnanswered(db: Db, tenantId: number, claimId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from claim_message
    where tenant_id = ${tenantId} and claim_id = ${claimId} and answered_at is null`.execute(db)
  return rows[0]?.count ?? 0
}

export type MessageRow = {
  readonly id: string
  readonly claim_id: string
  readonly salt: Buffer
  readonly sealed: Buffer
}

export async function findMessage(db: Db, tenantId: number, messageId: string): Promise<MessageRow | undefined> {
  return db
    .selectFrom('claim_message')
    .select(['id', 'claim_id', 'salt', 'sealed'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', messageId)
    .executeTakeFirst()
}

/** False when somebody answered before. */
export async function saveAnswer(
  db: Db,
  tenantId: number,
  messageId: string,
  answer: { readonly sealed: Buffer; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const result = await db
    .updateTable('claim_message')
    .set({ sealed: answer.sealed, answered_by: answer.by, answered_at: answer.at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', messageId)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
