/**
 * ORG-08 verify: recomputes every row's hash and every block's, in order, and names the first that was altered, removed
 * or slipped in; then compares the chain with the heads kept outside the database.
 */
import type { Instant } from '@anpei/domain/kernel'
import type { Db, Pool } from '../db/index.ts'
import { readHeads, type Head } from './audit-heads.ts'
import { blockHash, FIRST_HASH, HASH_BYTES, rowHash, type SealedColumns } from './commitment.ts'
import { blocksAfter, countEventsFrom, eventsBetween, sealedColumnsOf, type Block } from './store-audit.ts'

export type Finding = {
  readonly what: 'altered' | 'missing' | 'inserted' | 'block' | 'head'
  readonly blockNo: string
  readonly eventId: string | null
  readonly eventName: string | null
  readonly at: Instant | null
  readonly sentence: string
}
export type Verdict = {
  readonly intact: boolean
  readonly blocks: number
  readonly events: number
  readonly unsealed: number
  readonly heads: number
  readonly finding: Finding | null
}

const BLOCKS_AT_ONCE = 200
const MOST_ROWS = 1_000_000

export async function verifyAudit(pool: Pool, tenantId: number, folder: string): Promise<Verdict> {
  const { heads, broken } = readHeads(folder, tenantId)
  const count = { blocks: 0, events: 0, heads: 0 }
  return pool.withTenant(tenantId, async ({ db }) => {
    const end = (finding: Finding | null, unsealed = 0): Verdict => ({
      intact: finding === null,
      ...count,
      unsealed,
      finding,
    })
    let before: Block | null = null
    for (;;) {
      const blocks: Block[] = await blocksAfter(db, tenantId, before?.blockNo ?? 0n, BLOCKS_AT_ONCE)
      for (const block of blocks) {
        const mine = heads.filter((head) => head.blockNo === String(block.blockNo))
        const finding = brokenLink(block, before) ?? (await brokenRow(db, block)) ?? brokenHead(block, mine)
        if (finding) return end(finding)
        count.blocks += 1
        count.events += block.eventIds.length
        count.heads += mine.length
        before = block
      }
      if (blocks.length < BLOCKS_AT_ONCE) break
    }
    const last = before?.blockNo ?? 0n
    const lost = heads.find((head) => BigInt(head.blockNo) > last)
    if (lost)
      return end(headFinding(lost.blockNo, `区块 ${lost.blockNo} 曾留存于库外（${lost.writtenAt}），库内已没有。`))
    if (broken[0]) return end(headFinding(String(last), `库外留存文件 ${broken[0]} 无法读取。`))
    return end(null, await countEventsFrom(db, tenantId, before?.txidBefore ?? 0n))
  })
}

function brokenLink(block: Block, before: Block | null): Finding | null {
  const follows =
    block.blockNo === (before?.blockNo ?? 0n) + 1n &&
    block.txidFrom === (before?.txidBefore ?? 0n) &&
    block.previousHash.equals(before?.hash ?? FIRST_HASH)
  if (!follows) return blockFinding(block, `区块 ${block.blockNo} 与前一区块接不上：其间有区块被删或被改写。`)
  const whole =
    block.rowHashes.length === block.eventIds.length * HASH_BYTES && block.eventNames.length === block.eventIds.length
  if (!whole || !blockHash(block).equals(block.hash)) return blockFinding(block, `区块 ${block.blockNo} 被改写。`)
  return null
}

async function brokenRow(db: Db, block: Block): Promise<Finding | null> {
  const rows = await eventsBetween(db, block.tenantId, block.txidFrom, block.txidBefore, MOST_ROWS)
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const [at, id] of block.eventIds.entries()) {
    const row = byId.get(id) ?? (await sealedColumnsOf(db, block.tenantId, id))
    if (!row) return missing(block, id, block.eventNames[at] ?? '')
    const sealed = block.rowHashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)
    if (!rowHash(block.tenantId, row).equals(sealed)) return rowFinding('altered', block, row, '被改动')
    byId.delete(id)
  }
  const strange = rows.find((row) => byId.has(row.id))
  return strange ? rowFinding('inserted', block, strange, '是事后插入的') : null
}

function brokenHead(block: Block, heads: readonly Head[]): Finding | null {
  const other = heads.find((head) => head.hash !== block.hash.toString('hex'))
  if (!other) return null
  const sentence = `区块 ${block.blockNo} 与库外留存（${other.writtenAt}）不符：该区块或更早的记录被整体改写。`
  return { ...blockFinding(block, sentence), what: 'head' }
}

function rowFinding(what: 'altered' | 'inserted', block: Block, row: SealedColumns, words: string): Finding {
  const at = new Date(Number(BigInt(row.at_micros) / 1000n)).toISOString()
  return {
    what,
    blockNo: String(block.blockNo),
    eventId: row.id,
    eventName: row.name,
    at,
    sentence: `${at} 的记录 ${row.name}（${row.id}）${words}。`,
  }
}

function missing(block: Block, id: string, name: string): Finding {
  const at = timeOfId(id)
  return {
    what: 'missing',
    blockNo: String(block.blockNo),
    eventId: id,
    eventName: name,
    at,
    sentence: `约 ${at} 的记录 ${name}（${id}）不见了。`,
  }
}

/** A version 7 identifier begins with the milliseconds at which it was made. */
function timeOfId(id: string): Instant {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString()
}

function blockFinding(block: Block, sentence: string): Finding {
  return {
    what: 'block',
    blockNo: String(block.blockNo),
    eventId: block.eventIds[0] ?? null,
    eventName: block.eventNames[0] ?? null,
    at: block.sealedAt,
    sentence,
  }
}

function headFinding(blockNo: string, sentence: string): Finding {
  return { what: 'head', blockNo, eventId: null, eventName: null, at: null, sentence }
}
