/** The file of a complaint: contacts, accounts, interviews, evidence, findings, new facts (CMP-06). */
import type { EntryKind } from '@anpei/domain/complaints'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Writing } from '../db/index.ts'
import type { Tx } from '../http/index.ts'
import type { ComplaintRecord } from './store.ts'

/** `with`: whom it was said to or by; `place`: where. */
export type EntryTold = { readonly text: string; readonly with: string; readonly place: string }

export type ComplaintEntry = {
  readonly id: string
  readonly kind: EntryKind
  readonly round: number
  readonly happenedAt: Instant
  readonly recordedAt: Instant
  readonly byId: string | null
  readonly successful: boolean | null
  readonly documentIds: readonly string[]
  readonly told: EntryTold
}

export function newEntryWriting(
  tx: Tx,
  complaint: Pick<ComplaintRecord, 'id' | 'salt' | 'round'>,
  entry: Omit<ComplaintEntry, 'recordedAt' | 'byId' | 'round'>,
): Writing {
  return tx.db.insertInto('complaint_entry').values({
    tenant_id: tx.actor.tenantId,
    id: entry.id,
    complaint_id: complaint.id,
    kind: entry.kind,
    round: complaint.round,
    happened_at: entry.happenedAt,
    recorded_at: tx.now,
    by_id: tx.actor.kind === 'staff' ? tx.actor.id : null,
    successful: entry.successful,
    document_ids: [...entry.documentIds],
    sealed: tx.vault.seal(complaint.salt, JSON.stringify(entry.told)),
  })
}

/** Oldest first. */
export async function entriesOf(
  tx: Tx,
  complaint: Pick<ComplaintRecord, 'id' | 'salt'>,
): Promise<readonly ComplaintEntry[]> {
  const { rows } = await sql<Omit<ComplaintEntry, 'told'> & { sealed: Buffer }>`select id, kind, round,
      happened_at as "happenedAt", recorded_at as "recordedAt", by_id as "byId", successful,
      document_ids as "documentIds", sealed
    from complaint_entry where tenant_id = ${tx.actor.tenantId} and complaint_id = ${complaint.id}
    order by happened_at, id`.execute(tx.db)
  return rows.map(({ sealed, ...row }) => {
    const told: EntryTold = JSON.parse(tx.vault.openText(complaint.salt, sealed))
    return { ...row, told }
  })
}
