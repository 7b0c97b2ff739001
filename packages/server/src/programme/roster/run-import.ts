/**
 * PRG-05: the job that reads a waiting roster file. Run again after a crash it begins anew: nothing half was kept. A
 * fault of ours ends the import, and its task says so: the person can start it again.
 */
import { Readable } from 'node:stream'
import { systemActor } from '@anpei/domain/kernel'
import { fill, systemWrite, type App } from '../../http/index.ts'
import { finishTask, progressTask, type JobPayload } from '../../jobs/index.ts'
import { importRoster } from './import-roster.ts'
import { INTERRUPTED } from './read-waiting-file.ts'
import { loadImport } from './store-imports.ts'

const ROWS_PER_WORD = 10_000

export async function runImport(app: App, payload: JobPayload): Promise<void> {
  const { tenantId } = payload
  const importId = String(payload['importId'])
  const actor = systemActor(tenantId, 'job:programme.import_roster')
  const row = await app.pool.withTenant(tenantId, ({ db }) => loadImport(db, tenantId, importId))
  if (row?.state !== 'reading' || row.salt === null || row.task_id === null) return
  const { salt, task_id: taskId } = row
  const bytes = app.vault(tenantId).open(salt, await app.files.get(tenantId, importId))
  const tell = (rows: number) =>
    app.pool.withTenant(tenantId, ({ db }) => progressTask(db, tenantId, taskId, rows)).catch(() => undefined)
  let told = 0
  await tell(0)
  const end = (outcome: { result: unknown } | { fault: string }) =>
    systemWrite(app, actor, (tx) => finishTask(tx.db, tenantId, taskId, tx.now, outcome))
  const answer = await importRoster(
    app,
    actor,
    {
      importId,
      programmeId: row.programme_id,
      kind: row.kind === 'monthly' ? 'monthly' : 'initial',
      fileName: row.file_name,
      asOfOn: row.as_of_on,
      source: () => Readable.from(piecesOf(bytes)),
    },
    (rows) => {
      if (rows - told < ROWS_PER_WORD) return
      told = rows
      void tell(rows)
    },
  ).catch(async (fault: unknown) => {
    await end({ fault: INTERRUPTED })
    throw fault
  })
  if (answer.ok) {
    await app.pool.withTenant(tenantId, ({ db }) =>
      progressTask(db, tenantId, taskId, answer.value.rowCount, answer.value.rowCount),
    )
  }
  await end(answer.ok ? { result: { importId } } : { fault: fill(app.refusalTexts(answer.code).zh, answer.facts) })
  await app.files.remove(tenantId, importId)
}

const PIECE_BYTES = 256 * 1024

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES)
}
