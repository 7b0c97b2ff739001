/** Reads what is to be sealed, writes and reads the blocks of the audit chain (ORG-08). */
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { blockHash, type BlockContent, type SealedColumns } from './commitment.ts'

export type Block = BlockContent & { readonly hash: Buffer }

const LOCK = 72_616_802

/** One sealer at a time per tenant, for the length of the transaction; false = somebody else seals just now. */
export async function tryAuditLock(db: Db, part: number): Promise<boolean> {
  const result = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${LOCK}, ${part}) as got`.execute(db)
  return result.rows[0]?.got ?? false
}

/** Every transaction below this number has ended: nothing can be added there any more. */
export async function finishedBefore(db: Db): Promise<bigint> {
  const result = await sql<{ before: bigint }>`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    as before`.execute(db)
  return result.rows[0]?.before ?? 0n
}

/** Events of finished transactions in the order of sealing. */
export async function eventsBetween(
  db: Db,
  tenantId: number,
  txidFrom: bigint,
  txidBefore: bigint,
  limit: number,
): Promise<SealedColumns[]> {
  return (
    await sql<SealedColumns>`${sealedColumns} where tenant_id = ${tenantId} and txid >= ${txidFrom}
    and txid < ${txidBefore}
    order by event.txid, event.id limit ${limit}`.execute(db)
  ).rows
}

export async function sealedColumnsOf(db: Db, tenantId: number, id: string): Promise<SealedColumns | undefined> {
  return (await sql<SealedColumns>`${sealedColumns} where tenant_id = ${tenantId} and id = ${id}`.execute(db)).rows[0]
}

const sealedColumns = sql`select id, txid::text, look::text, name, subject_kind, subject_id, person_id, actor_kind,
  actor_id, source,
  reason, (extract(epoch from at) * 1000000)::bigint::text as at_micros, facts::text from event`

export async function countEventsFrom(db: Db, tenantId: number, txidFrom: bigint): Promise<number> {
  const result = await sql<{ count: number }>`
    select count(*)::int as count from event where tenant_id = ${tenantId} and txid >= ${txidFrom}`.execute(db)
  return result.rows[0]?.count ?? 0
}

export async function lastBlock(db: Db, tenantId: number): Promise<Block | undefined> {
  const row = await db
    .selectFrom('audit_block')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('block_no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && blockOf(row)
}

export async function blocksAfter(db: Db, tenantId: number, blockNo: bigint, limit: number): Promise<Block[]> {
  const rows = await db
    .selectFrom('audit_block')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('block_no', '>', blockNo)
    .orderBy('block_no')
    .limit(limit)
    .execute()
  return rows.map(blockOf)
}

export async function insertBlock(db: Db, block: BlockContent): Promise<void> {
  await db
    .insertInto('audit_block')
    .values({
      tenant_id: block.tenantId,
      block_no: block.blockNo,
      txid_from: block.txidFrom,
      txid_before: block.txidBefore,
      event_ids: [...block.eventIds],
      event_names: [...block.eventNames],
      row_hashes: block.rowHashes,
      previous_hash: block.previousHash,
      hash: blockHash(block),
      sealed_at: block.sealedAt,
    })
    .execute()
}

type BlockRow = {
  tenant_id: number
  block_no: bigint
  txid_from: bigint
  txid_before: bigint
  event_ids: string[]
  event_names: string[]
  row_hashes: Buffer
  previous_hash: Buffer
  hash: Buffer
  sealed_at: string
}

function blockOf(row: BlockRow): Block {
  return {
    tenantId: row.tenant_id,
    blockNo: row.block_no,
    txidFrom: row.txid_from,
    txidBefore: row.txid_before,
    eventIds: row.event_ids,
    eventNames: row.event_names,
    rowHashes: row.row_hashes,
    previousHash: row.previous_hash,
    hash: row.hash,
    sealedAt: row.sealed_at,
  }
}
