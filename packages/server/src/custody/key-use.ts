/**
 * CUS-08: a key may be dropped only when nothing is sealed with it any more, anywhere, and when nobody can still be in
 * the middle of sealing with it; what is sealed under a dropped key is lost for ever.
 */
import type { Instant } from '@anpei/domain/kernel'
import type { KeyRing } from '../crypto/index.ts'
import { tenantNumbers, type App } from '../http/index.ts'
import { sealedColumns } from './sealed-columns.ts'
import { countSealed } from './store-sealed.ts'

/** No request and no job seals later than this with a key that has been retired. */
const REST_MINUTES = 15

export type DropAnswer =
  | { readonly may: true }
  | { readonly may: false; readonly why: 'unknown' | 'current' }
  | { readonly may: false; readonly why: 'resting'; readonly minutes: number }
  | { readonly may: false; readonly why: 'in_use'; readonly uses: readonly KeyUse[] }
export type KeyUse = { readonly tenantId: number; readonly where: string; readonly count: number }

export async function decideKeyDrop(app: App, ring: KeyRing, version: number): Promise<DropAnswer> {
  if (!ring.keys.has(version)) return { may: false, why: 'unknown' }
  if (version === ring.current) return { may: false, why: 'current' }
  const minutes = restingMinutes(ring.retiredAt?.get(version), app.clock.now())
  if (minutes > 0) return { may: false, why: 'resting', minutes }
  const uses = await usesOfKey(app, version)
  return uses.length === 0 ? { may: true } : { may: false, why: 'in_use', uses }
}

function restingMinutes(retiredAt: Instant | undefined, now: Instant): number {
  if (retiredAt === undefined) return REST_MINUTES
  return Math.ceil(REST_MINUTES - (Date.parse(now) - Date.parse(retiredAt)) / 60_000)
}

export async function usesOfKey(app: App, version: number): Promise<KeyUse[]> {
  const uses: KeyUse[] = []
  for (const tenantId of await tenantNumbers(app)) {
    await app.pool.withTenant(tenantId, async ({ db }) => {
      for (const column of await sealedColumns(db)) {
        const count = await countSealed(db, tenantId, column, version, true)
        if (count > 0) uses.push({ tenantId, where: `${column.table}.${column.column}`, count })
      }
    })
    const count = await filesOfKey(app, tenantId, version)
    if (count > 0) uses.push({ tenantId, where: '文件', count })
  }
  return uses
}

async function filesOfKey(app: App, tenantId: number, version: number): Promise<number> {
  let count = 0
  for await (const { id, draft } of app.files.list(tenantId)) {
    if (!draft && (await app.files.firstByte(tenantId, id)) === version) count += 1
  }
  return count
}
