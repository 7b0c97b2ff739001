/**
 * CUS-08: after the key ring has turned, everything that is sealed is opened once and sealed with the current key, in
 * small batches. How far it is, the values say themselves (their first byte is the version of their key): killed in the
 * middle, the next run finds what is left and nothing else. Looking and writing go on meanwhile; look-up hashes stand
 * under a key of their own and do not change.
 */
import { systemActor, type Instant } from '@anpei/domain/kernel'
import type { Db } from '../db/index.ts'
import { systemWrite, type App } from '../http/index.ts'
import { finishTask, openTask, progressTask, type JobHandler } from '../jobs/index.ts'
import type { FileKeeper } from './file-keeper.ts'
import { sealedColumns, type SealedColumn } from './sealed-columns.ts'
import { countSealed, lockOldValues, replaceSealed, type SealedValue } from './store-sealed.ts'

export const RESEAL_TASK = 'custody.reseal'
const TASK_KIND = 'custody.reseal'
const MOST_PASSES = 5
const FILES_AT_ONCE = 100

export type ResealOptions = {
  readonly keepers: readonly FileKeeper[]
  readonly batch?: number
  readonly onProgress?: (done: number, total: number) => void
}
export type Resealed = {
  readonly done: number
  /** What could not be opened: table and column, or the kind of file. Nothing is lost, but no key can be dropped. */
  readonly unreadable: readonly string[]
}

type Run = ResealOptions & { readonly app: App; readonly tenantId: number; total: number; done: number }

/** A job of a tenant: what it did can be looked at while it runs and afterwards (OPS-05). */
export function resealJob(app: App, keepers: readonly FileKeeper[]): JobHandler {
  return async ({ tenantId }) => {
    const { pool, clock } = app
    const taskId = await pool.withTenant(tenantId, async ({ db }) => {
      await endTasksLeftOpen(db, tenantId, clock.now())
      return openTask(db, tenantId, clock.now(), { kind: TASK_KIND, title: '换用新密钥重新加密', startedBy: null })
    })
    let said = 0
    const onProgress = (done: number, total: number) => {
      if (done - said < 2000 && done > 0) return
      said = done
      void pool.withTenant(tenantId, ({ db }) => progressTask(db, tenantId, taskId, done, total)).catch(() => undefined)
    }
    const result = await resealTenant(app, tenantId, { keepers, onProgress })
    await pool.withTenant(tenantId, ({ db }) => finishTask(db, tenantId, taskId, clock.now(), { result }))
  }
}

/** Of a run that was killed: this one goes on where it stopped. */
async function endTasksLeftOpen(db: Db, tenantId: number, now: Instant): Promise<void> {
  const left = await db
    .selectFrom('background_task')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', TASK_KIND)
    .where('state', 'in', ['waiting', 'running'])
    .execute()
  for (const { id } of left) await finishTask(db, tenantId, id, now, { fault: '中断，已由后一次接着做' })
}

export async function resealTenant(app: App, tenantId: number, options: ResealOptions): Promise<Resealed> {
  const run: Run = { ...options, app, tenantId, total: 0, done: 0 }
  app.lookAtKeys()
  const version = app.vault(tenantId).currentVersion
  const columns = await app.pool.withTenant(tenantId, async ({ db }) => {
    const found = await sealedColumns(db)
    for (const column of found) run.total += await countSealed(db, tenantId, column, version, false)
    return found
  })
  run.onProgress?.(0, run.total)
  const unreadable = new Set<string>()
  // A further pass finds rows that were being changed, and what a process that had not noticed yet sealed behind us.
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    const before = run.done
    for (const column of columns) await resealColumn(run, column, unreadable)
    await resealFiles(run, unreadable)
    if (run.done === before) break
  }
  return { done: run.done, unreadable: [...unreadable].sort() }
}

async function resealColumn(run: Run, column: SealedColumn, unreadable: Set<string>): Promise<void> {
  const { app, tenantId, batch = 500 } = run
  let after: SealedValue['key'] | null = null
  for (;;) {
    const step: { last: SealedValue['key']; replaced: number } | null = await systemWrite(
      app,
      systemActor(tenantId, 'job:custody.reseal'),
      async ({ db, vault }) => {
        const old = await lockOldValues(db, tenantId, column, vault.currentVersion, after, batch)
        const last = old.at(-1)
        if (!last) return null
        const fresh = old.flatMap(({ key, salt, sealed }) => {
          try {
            return [{ key, sealed: vault.seal(salt, vault.open(salt, sealed)) }]
          } catch {
            unreadable.add(`${column.table}.${column.column}`)
            return []
          }
        })
        if (fresh.length > 0) await replaceSealed(db, column, fresh)
        return { last: last.key, replaced: fresh.length }
      },
    )
    if (!step) return
    after = step.last
    advance(run, step.replaced)
  }
}

/** Files one by one: written beside and renamed, so that a reader meets the old cover or the new one. */
async function resealFiles(run: Run, unreadable: Set<string>): Promise<void> {
  const { app, tenantId } = run
  let ids: string[] = []
  const flush = async () => {
    const salts = await saltsOf(run, ids)
    for (const id of ids) {
      const salt = salts.get(id)
      if (salt) await resealFile(run, id, salt, unreadable)
    }
    ids = []
  }
  for await (const kept of app.files.list(tenantId)) {
    if (kept.draft || (await app.files.firstByte(tenantId, kept.id)) === app.vault(tenantId).currentVersion) continue
    ids.push(kept.id)
    if (ids.length >= FILES_AT_ONCE) await flush()
  }
  await flush()
}

async function resealFile(run: Run, id: string, salt: Buffer, unreadable: Set<string>): Promise<void> {
  const { app, tenantId } = run
  const vault = app.vault(tenantId)
  try {
    await app.files.put(tenantId, id, vault.seal(salt, vault.open(salt, await app.files.get(tenantId, id))))
  } catch (error) {
    // Taken away meanwhile: nothing to do. Else it stays as it is, and is named.
    if (await app.files.has(tenantId, id)) unreadable.add(isFull(error) ? '存储空间不足' : `文件 ${id}`)
    return
  }
  advance(run, 1)
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC'
}

async function saltsOf({ app, tenantId, keepers }: Run, ids: readonly string[]): Promise<Map<string, Buffer>> {
  if (ids.length === 0) return new Map()
  return app.pool.withTenant(tenantId, async ({ db }) => {
    const found = await Promise.all(keepers.map((keeper) => keeper.saltsOf(db, tenantId, ids)))
    return new Map(found.flatMap((salts) => [...salts]))
  })
}

function advance(run: Run, count: number): void {
  run.done += count
  run.onProgress?.(run.done, Math.max(run.total, run.done))
}
