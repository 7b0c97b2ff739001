/**
 * ORG-08: the head of each chain is kept outside the database as well, in `audit-heads/YYYY-MM-DD.json` (Shanghai
 * days),
 * so that even somebody who rewrites whole blocks is found out. Heads are only ever added to a day's file, at most one
 * per tenant in ten minutes; the file is written beside and renamed, so a crash leaves the old one or the new one.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { dayOfInstant, type Instant } from '@anpei/domain/kernel'
import { transact, type Pool } from '../db/index.ts'
import { lastBlock, tryAuditLock } from './store-audit.ts'

export type Head = {
  readonly tenantId: number
  readonly blockNo: string
  readonly hash: string
  readonly sealedAt: Instant
  readonly writtenAt: Instant
}
export type KeptHeads = { readonly heads: readonly Head[]; readonly broken: readonly string[] }

const EVERY_MS = 600_000
/** Beside the tenants' numbers, which begin at 1. */
const HEADS_LOCK = 0

export async function keepHeads(
  pool: Pool,
  tenantIds: readonly number[],
  folder: string,
  now: Instant,
): Promise<number> {
  const first = tenantIds[0]
  if (first === undefined) return 0
  // The transaction writes nothing; it holds the lock under which one process at a time adds to the file.
  return transact(pool, first, async ({ db }) => {
    if (!(await tryAuditLock(db, HEADS_LOCK))) return { commit: false, value: 0 }
    const path = join(folder, 'audit-heads', `${dayOfInstant(now)}.json`)
    const kept = existsSync(path) ? readFile(path) : []
    if (kept === null) throw new Error(`audit heads cannot be read: ${path}`)
    const fresh: Head[] = []
    for (const tenantId of tenantIds) {
      const newest = kept.findLast((head) => head.tenantId === tenantId)
      if (newest && Date.parse(now) - Date.parse(newest.writtenAt) < EVERY_MS) continue
      const block = await pool.withTenant(tenantId, (connection) => lastBlock(connection.db, tenantId))
      if (!block || newest?.blockNo === String(block.blockNo)) continue
      fresh.push({
        tenantId,
        blockNo: String(block.blockNo),
        hash: block.hash.toString('hex'),
        sealedAt: block.sealedAt,
        writtenAt: now,
      })
    }
    if (fresh.length > 0)
      writeWhole(path, JSON.stringify({ day: dayOfInstant(now), heads: [...kept, ...fresh] }, null, 1))
    return { commit: false, value: fresh.length }
  })
}

/** All heads of a tenant that were ever kept, and the files that cannot be read. */
export function readHeads(folder: string, tenantId: number): KeptHeads {
  const place = join(folder, 'audit-heads')
  const found = existsSync(place) ? readdirSync(place) : []
  const names = found.filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name)).sort()
  const heads: Head[] = []
  const broken: string[] = []
  for (const name of names) {
    const inside = readFile(join(place, name))
    if (inside === null) broken.push(name)
    else heads.push(...inside.filter((head) => head.tenantId === tenantId))
  }
  return { heads, broken }
}

function readFile(path: string): Head[] | null {
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof json !== 'object' || json === null || !('heads' in json) || !Array.isArray(json.heads)) return null
    return json.heads.every(isHead) ? json.heads : null
  } catch {
    return null
  }
}

function isHead(value: unknown): value is Head {
  return (
    typeof value === 'object' &&
    value !== null &&
    'tenantId' in value &&
    typeof value.tenantId === 'number' &&
    'blockNo' in value &&
    typeof value.blockNo === 'string' &&
    /^\d+$/.test(value.blockNo) &&
    'hash' in value &&
    typeof value.hash === 'string' &&
    'writtenAt' in value &&
    typeof value.writtenAt === 'string'
  )
}

function writeWhole(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true })
  const file = openSync(`${path}.new`, 'w', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.new`, path)
}
