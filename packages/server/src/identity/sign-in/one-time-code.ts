/**
 * ORG-04: a phone is proved by a code of six digits that lives five minutes and allows five tries; only the newest
 * counts.
 */
import { randomInt, timingSafeEqual } from 'node:crypto'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { insertCode, lockNewestCode, newestCodeId, setCodeTried } from './store-codes.ts'

export const CODE_MINUTES = 5
const MOST_TRIES = 5

export async function issueCode(tx: Tx, phone: string): Promise<{ id: string; code: string }> {
  const id = newId()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await insertCode(tx.db, tx.actor.tenantId, {
    id,
    phoneHash: tx.vault.lookupHash('phone', phone),
    codeHash: hashOf(tx, id, code),
    createdAt: tx.now,
    expiresAt: new Date(Date.parse(tx.now) + CODE_MINUTES * 60_000).toISOString(),
  })
  return { id, code }
}

/** True once for the right code; every try counts, also the right one. The transaction must be kept either way. */
export async function takeCode(tx: Tx, phone: string, code: string): Promise<boolean> {
  const { tenantId } = tx.actor
  const newest = await lockNewestCode(tx.db, tenantId, tx.vault.lookupHash('phone', phone))
  if (!newest || newest.used_at || newest.expires_at <= tx.now || newest.tries >= MOST_TRIES) return false
  const right = timingSafeEqual(newest.code_hash, hashOf(tx, newest.id, code))
  await setCodeTried(tx.db, tenantId, newest.id, right ? tx.now : null)
  return right
}

export async function lastCodeId(tx: Tx, phone: string): Promise<string | undefined> {
  return newestCodeId(tx.db, tx.actor.tenantId, tx.vault.lookupHash('phone', phone))
}

function hashOf(tx: Tx, id: string, code: string): Buffer {
  return tx.vault.lookupHash('token', `${id}:${code}`)
}
