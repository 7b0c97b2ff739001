/** Half-written replies, one for each colleague and request, sealed under the salt of the request (SRV-04). */
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import type { RequestRecord } from './store.ts'

export async function saveDraft(tx: Tx, request: RequestRecord, text: string): Promise<void> {
  if (text.trim() === '') return dropDraft(tx, request.id)
  const sealed = tx.vault.seal(request.salt, text)
  await sql`insert into desk_draft (tenant_id, request_id, user_id, saved_at, sealed)
    values (${tx.actor.tenantId}, ${request.id}, ${tx.actor.id}, ${tx.now}, ${sealed})
    on conflict (tenant_id, request_id, user_id) do update
      set saved_at = excluded.saved_at, sealed = excluded.sealed`.execute(tx.db)
}

export async function dropDraft(tx: Tx, requestId: string): Promise<void> {
  await tx.db
    .deleteFrom('desk_draft')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('request_id', '=', requestId)
    .where('user_id', '=', tx.actor.id)
    .execute()
}

export async function draftOf(tx: Tx, requestId: string): Promise<{ sealed: Buffer; savedAt: string } | undefined> {
  return tx.db
    .selectFrom('desk_draft')
    .select(['sealed', 'saved_at as savedAt'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('request_id', '=', requestId)
    .where('user_id', '=', tx.actor.id)
    .executeTakeFirst()
}
