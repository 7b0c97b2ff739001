/** The file of a 举报 and who looked inside (CMP-12); words lie sealed under the salt of the tip. */
import type { TipEntryKind } from '@anpei/domain/complaints'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'

type Salted = { readonly id: string; readonly salt: Buffer }

export type TipEntry = {
  readonly id: string
  readonly kind: TipEntryKind
  readonly happenedAt: Instant
  /** Null: the reporter. */
  readonly byId: string | null
  readonly documentIds: readonly string[]
  readonly text: string
}

type NewEntry = Omit<TipEntry, 'id' | 'happenedAt'> & { readonly messageId?: string }

/** False where the reporter's browser sent this one already. */
export async function insertTipEntry(tx: Tx, tip: Salted, entry: NewEntry): Promise<boolean> {
  const done = await tx.db
    .insertInto('tip_entry')
    .values({
      tenant_id: tx.actor.tenantId,
      id: newId(),
      tip_id: tip.id,
      kind: entry.kind,
      happened_at: tx.now,
      by_id: entry.byId,
      message_id: entry.messageId ?? null,
      document_ids: [...entry.documentIds],
      sealed: tx.vault.seal(tip.salt, entry.text),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'tip_id', 'message_id']).doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Oldest first. */
export async function tipEntriesOf(tx: Tx, tip: Salted): Promise<readonly TipEntry[]> {
  const { rows } = await sql<Omit<TipEntry, 'text'> & { sealed: Buffer }>`select id, kind,
      happened_at as "happenedAt", by_id as "byId", document_ids as "documentIds", sealed
    from tip_entry where tenant_id = ${tx.actor.tenantId} and tip_id = ${tip.id}
    order by happened_at, id`.execute(tx.db)
  return rows.map(({ sealed, ...row }) => ({ ...row, text: tx.vault.openText(tip.salt, sealed) }))
}

export type TipOpening = { readonly id: string; readonly at: Instant; readonly byId: string; readonly reason: string }

export async function insertTipOpening(tx: Tx, tip: Salted, reason: string, untilAt: Instant): Promise<void> {
  await tx.db
    .insertInto('tip_opening')
    .values({
      tenant_id: tx.actor.tenantId,
      id: newId(),
      tip_id: tip.id,
      opened_by: tx.actor.id,
      opened_at: tx.now,
      until_at: untilAt,
      sealed: tx.vault.seal(tip.salt, reason),
    })
    .execute()
}

/** Until when the actor may look, by the latest reason given; null: not now. */
export async function openUntil(tx: Tx, tipId: string): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`select max(until_at) as at from tip_opening
    where tenant_id = ${tx.actor.tenantId} and tip_id = ${tipId} and opened_by = ${tx.actor.id}
      and until_at > ${tx.now}`.execute(tx.db)
  return rows[0]?.at ?? null
}

const MOST_OPENINGS = 50

/** Newest first. */
export async function tipOpeningsOf(tx: Tx, tip: Salted): Promise<readonly TipOpening[]> {
  const { rows } = await sql<Omit<TipOpening, 'reason'> & { sealed: Buffer }>`select id, opened_at as at,
      opened_by as "byId", sealed from tip_opening
    where tenant_id = ${tx.actor.tenantId} and tip_id = ${tip.id}
    order by opened_at desc, id desc limit ${MOST_OPENINGS}`.execute(tx.db)
  return rows.map(({ sealed, ...row }) => ({ ...row, reason: tx.vault.openText(tip.salt, sealed) }))
}
