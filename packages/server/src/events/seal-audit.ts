/**
 * ORG-08: seals the events of finished transactions into the next blocks of a tenant's chain. Order is that of the
 * transactions; a transaction that is still under way holds back everything numbered after it, so a late commit is
 * never passed over. Writers wait for nothing: the hot path knows nothing of the chain.
 */
import type { Instant } from '@anpei/domain/kernel'
import { transact, type Db, type Pool } from '../db/index.ts'
import { FIRST_HASH, rowHash, type SealedColumns } from './commitment.ts'
import { eventsBetween, finishedBefore, insertBlock, lastBlock, tryAuditLock } from './store-audit.ts'

const MOST_PER_BLOCK = 2000
const MOST_BLOCKS_PER_ROUND = 500
/** More events than this in one transaction would be a fault of the writer. */
const MOST_PER_TRANSACTION = 1_000_000

/** Returns how many events were sealed. Safe to run anywhere, at any time, as often as one likes. */
export async function sealAudit(
  pool: Pool,
  tenantId: number,
  now: () => Instant,
  perBlock = MOST_PER_BLOCK,
): Promise<number> {
  let sealed = 0
  for (let round = 0; round < MOST_BLOCKS_PER_ROUND; round++) {
    const count = await transact(pool, tenantId, async ({ db }) => {
      if (!(await tryAuditLock(db, tenantId))) return { commit: false, value: 0 }
      const count = await sealOne(db, tenantId, now(), perBlock)
      return { commit: count > 0, value: count }
    })
    if (count === 0) break
    sealed += count
  }
  return sealed
}

async function sealOne(db: Db, tenantId: number, now: Instant, perBlock: number): Promise<number> {
  const last = await lastBlock(db, tenantId)
  const txidFrom = last?.txidBefore ?? 0n
  const { rows, txidBefore } = await nextRows(db, tenantId, txidFrom, perBlock)
  if (rows.length === 0) return 0
  await insertBlock(db, {
    tenantId,
    blockNo: (last?.blockNo ?? 0n) + 1n,
    txidFrom,
    txidBefore,
    eventIds: rows.map((row) => row.id),
    eventNames: rows.map((row) => row.name),
    rowHashes: Buffer.concat(rows.map((row) => rowHash(tenantId, row))),
    previousHash: last?.hash ?? FIRST_HASH,
    sealedAt: now,
  })
  return rows.length
}

/** Whole transactions only, so that the next block begins where this one ends. */
async function nextRows(
  db: Db,
  tenantId: number,
  txidFrom: bigint,
  perBlock: number,
): Promise<{ rows: SealedColumns[]; txidBefore: bigint }> {
  const finished = await finishedBefore(db)
  const rows = await eventsBetween(db, tenantId, txidFrom, finished, perBlock + 1)
  if (rows.length <= perBlock) return { rows, txidBefore: finished }
  const cut = rows[perBlock]?.txid ?? ''
  const whole = rows.filter((row) => row.txid !== cut)
  if (whole.length > 0) return { rows: whole, txidBefore: BigInt(cut) }
  const txid = BigInt(cut)
  return { rows: await eventsBetween(db, tenantId, txid, txid + 1n, MOST_PER_TRANSACTION), txidBefore: txid + 1n }
}
