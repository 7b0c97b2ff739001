/**
 * ORG-08: what the audit chain hashes. A row's hash covers every column of the event (ids, names, codes, amounts; an
 * event holds no personal value); a block's hash covers its bounds, its rows in order and the hash of the block before.
 */
import { createHash } from 'node:crypto'

/** An event as text, exactly as the database writes it, so that no reading can round a value. */
export type SealedColumns = {
  readonly id: string
  readonly txid: string
  readonly look: string
  readonly name: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly person_id: string | null
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly source: string
  readonly reason: string | null
  readonly at_micros: string
  readonly facts: string
}

export type BlockContent = {
  readonly tenantId: number
  readonly blockNo: bigint
  readonly txidFrom: bigint
  readonly txidBefore: bigint
  readonly eventIds: readonly string[]
  readonly eventNames: readonly string[]
  readonly rowHashes: Buffer
  readonly previousHash: Buffer
  readonly sealedAt: string
}

export const HASH_BYTES = 32
export const FIRST_HASH = Buffer.alloc(HASH_BYTES)

export function rowHash(tenantId: number, row: SealedColumns): Buffer {
  return createHash('sha256')
    .update(
      JSON.stringify([
        'event/1',
        tenantId,
        row.id,
        row.txid,
        row.look,
        row.name,
        row.subject_kind,
        row.subject_id,
        row.person_id,
        row.actor_kind,
        row.actor_id,
        row.source,
        row.reason,
        row.at_micros,
        row.facts,
      ]),
    )
    .digest()
}

export function blockHash(block: BlockContent): Buffer {
  const head = JSON.stringify([
    'block/1',
    block.tenantId,
    String(block.blockNo),
    String(block.txidFrom),
    String(block.txidBefore),
    block.sealedAt,
    block.eventIds,
    block.eventNames,
  ])
  return createHash('sha256').update(block.previousHash).update(head).update(block.rowHashes).digest()
}
