/**
 * OPS-03: once a night the store of files and the rows are compared. A file nobody has a row for (its hand-in was taken
 * back after it was laid down) is removed when it is older than a day; a row whose file is gone is an alarm.
 */
import { systemActor } from '@anpei/domain/kernel'
import type { Kept } from '../files/index.ts'
import { systemWrite, type App } from '../http/index.ts'
import type { FileKeeper } from './file-keeper.ts'

export type Swept = {
  readonly removed: number
  readonly drafts: number
  readonly missing: readonly { readonly what: string; readonly id: string }[]
}

const OLD_MS = 86_400_000
const AT_ONCE = 500
/** More than this is a store that is not there, not a file that was lost. */
const MOST_NAMED = 100

export async function sweepFiles(app: App, tenantId: number, keepers: readonly FileKeeper[]): Promise<Swept> {
  const before = Date.parse(app.clock.now()) - OLD_MS
  let waiting: Kept[] = []
  let removed = 0
  let drafts = 0
  const flush = async () => {
    removed += await removeUnowned(app, tenantId, keepers, waiting)
    waiting = []
  }
  for await (const kept of app.files.list(tenantId)) {
    if (kept.writtenAt >= before) continue
    if (kept.draft) {
      await app.files.removeDraft(tenantId, kept.id)
      drafts += 1
    } else {
      waiting.push(kept)
      if (waiting.length >= AT_ONCE) await flush()
    }
  }
  await flush()
  const missing = await missingFiles(app, tenantId, keepers)
  await report(app, tenantId, { removed, drafts, missing })
  return { removed, drafts, missing }
}

async function removeUnowned(
  app: App,
  tenantId: number,
  keepers: readonly FileKeeper[],
  kept: readonly Kept[],
): Promise<number> {
  const ids = kept.map((one) => one.id)
  if (ids.length === 0) return 0
  const owned = await app.pool.withTenant(tenantId, async ({ db }) => {
    const found = await Promise.all(keepers.map((keeper) => keeper.saltsOf(db, tenantId, ids)))
    return new Set(found.flatMap((salts) => [...salts.keys()]))
  })
  const unowned = ids.filter((id) => !owned.has(id))
  for (const id of unowned) await app.files.remove(tenantId, id)
  return unowned.length
}

async function missingFiles(app: App, tenantId: number, keepers: readonly FileKeeper[]) {
  const missing: { what: string; id: string }[] = []
  for (const keeper of keepers) {
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const ids = await app.pool.withTenant(tenantId, ({ db }) => keeper.needed(db, tenantId, after, AT_ONCE))
      for (const id of ids) if (!(await app.files.has(tenantId, id))) missing.push({ what: keeper.what, id })
      const last = ids.at(-1)
      if (ids.length < AT_ONCE || last === undefined || missing.length > MOST_NAMED) break
      after = last
    }
  }
  return missing
}

async function report(app: App, tenantId: number, { removed, drafts, missing }: Swept): Promise<void> {
  if (removed + drafts + missing.length === 0) return
  await systemWrite(app, systemActor(tenantId, 'nightly:files'), async (tx) => {
    for (const { what, id } of missing.slice(0, MOST_NAMED)) {
      tx.record({ name: 'file.missing', subject: { kind: 'file', id }, facts: { what } })
    }
    const [first] = missing
    if (removed + drafts > 0) {
      const subject = { kind: 'files', id: first?.id ?? '00000000-0000-0000-0000-000000000000' }
      tx.record({ name: 'file.unowned_removed', subject, facts: { removed, drafts } })
    }
    return undefined
  })
}
