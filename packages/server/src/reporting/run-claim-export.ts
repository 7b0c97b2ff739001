/**
 * The job behind a long export: reads as the person who asked, with that person's scope, and stores the sealed file.
 */
import type { startClaimExport } from '@anpei/contract/reporting'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok } from '@anpei/domain/kernel'
import { EXPORT_HEADER, exportRows, countClaims } from '../claims/index.ts'
import { tableFile, type Cell } from '../files/index.ts'
import { read, type App } from '../http/index.ts'
import { staffActorById } from '../identity/index.ts'
import { finishTask, progressTask, type JobPayload } from '../jobs/index.ts'

const MOST_ROWS = 1_000_000
type Filter = Input<typeof startClaimExport>['body']

export async function runClaimExport(app: App, payload: JobPayload): Promise<void> {
  const { tenantId, taskId, userId, filter: json, markNo, markText } = payload
  const mark = { no: String(markNo), text: String(markText) }
  if (typeof taskId !== 'string' || typeof userId !== 'string' || typeof json !== 'string')
    throw new Error('an export without its task')
  const filter: Filter = JSON.parse(json)
  const actor = await staffActorById(app, tenantId, userId, 'job:export')
  const say = (done: number, total?: number) =>
    app.pool.withTenant(tenantId, ({ db }) => progressTask(db, tenantId, taskId, done, total))
  const made = await read(app, actor, async (tx) => {
    await say(0, await countClaims(tx, filter, MOST_ROWS))
    tx.look({
      name: 'personal_data.exported',
      subject: { kind: 'background_task', id: taskId },
      facts: { what: 'claims' },
    })
    return ok(await tableFile(filter.format, '赔案', table(exportRows(tx, filter, say)), mark))
  })
  if (!made.ok) throw new Error(made.code)
  const vault = app.vault(tenantId)
  const salt = vault.newSalt()
  await app.files.put(tenantId, taskId, vault.seal(salt, made.value.bytes))
  const result = {
    salt: salt.toString('base64'),
    mediaType: made.value.mediaType,
    fileName: `赔案-${dayOfInstant(app.clock.now())}-${mark.no}.${filter.format}`,
  }
  await app.pool.withTenant(tenantId, ({ db }) => finishTask(db, tenantId, taskId, app.clock.now(), { result }))
}

async function* table(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<readonly Cell[]> {
  yield EXPORT_HEADER
  yield* rows
}
