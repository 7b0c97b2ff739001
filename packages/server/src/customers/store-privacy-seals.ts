/**
 * Sealed matters (CUS-11): who they are hidden from, who works on them, who opened them. `sealedFrom` is the condition
 * every list, search and export of such matters carries.
 */
import type { Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'

export type Subject = { readonly kind: string; readonly id: string }

/**
 * True where the matter in this expression is sealed from the actor: not concerned, a keeper or an open seal show it.
 */
export function sealedFrom(tx: Tx, kind: string, subjectId: RawBuilder<unknown>): RawBuilder<boolean> {
  const { tenantId, id } = tx.actor
  return sql<boolean>`exists (select from seal z where z.tenant_id = ${tenantId} and z.subject_kind = ${kind}
    and z.subject_id = ${subjectId} and z.lifted_at is null and (${id}::uuid = any(z.concerned)
      or not (${id}::uuid = any(z.keepers) or exists (select from seal_opening o where o.tenant_id = z.tenant_id
        and o.subject_kind = z.subject_kind and o.subject_id = z.subject_id and o.opened_by = ${id}
        and o.until_at > ${tx.now}::timestamptz))))`
}

export async function insertSeal(
  tx: Tx,
  subject: Subject,
  seal: { readonly concerned: readonly string[]; readonly keepers: readonly string[]; readonly reason: string },
): Promise<void> {
  await tx.db
    .insertInto('seal')
    .values({
      tenant_id: tx.actor.tenantId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      concerned: [...seal.concerned],
      keepers: [...seal.keepers],
      reason: seal.reason,
      sealed_by: tx.actor.kind === 'staff' ? tx.actor.id : null,
      sealed_at: tx.now,
    })
    .execute()
}

export async function findSeal(tx: Tx, subject: Subject) {
  return tx.db
    .selectFrom('seal')
    .select(['concerned', 'keepers', 'reason'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
}

export async function insertOpening(tx: Tx, subject: Subject, reason: string, untilAt: Instant): Promise<void> {
  await tx.db
    .insertInto('seal_opening')
    .values({
      tenant_id: tx.actor.tenantId,
      id: newId(),
      subject_kind: subject.kind,
      subject_id: subject.id,
      opened_by: tx.actor.id,
      reason,
      opened_at: tx.now,
      until_at: untilAt,
    })
    .execute()
}
