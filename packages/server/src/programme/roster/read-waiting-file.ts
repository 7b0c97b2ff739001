/**
 * PRG-05, OPS-05: what the jobs that read a waiting list share: the sealed file opened, its progress told, and its end
 * said to the person who waits, whatever it is. One transaction: a process killed in the middle leaves nothing half.
 * Whose list it is, and where it waits, its keeper knows.
 */
import { Readable } from 'node:stream'
import { importLifecycle, stateOfImport } from '@anpei/domain/programme'
import { systemActor, transition, type Actor, type Decision, type Refusal } from '@anpei/domain/kernel'
import type { Db } from '../../db/index.ts'
import { TableUnreadable, type ByteSource } from '../../files/index.ts'
import { fill, systemWrite, type App, type Tx } from '../../http/index.ts'
import { finishTask, progressTask, type JobPayload } from '../../jobs/index.ts'
import { endImport, loadImport } from './store-imports.ts'

export type WaitingFile = {
  readonly importId: string
  readonly source: () => ByteSource
  readonly onProgress: (rows: number) => void
}

export type WaitingKeeper = {
  /** Null: it waits no more. `rowCount` where it is known from before. */
  waiting(db: Db, tenantId: number, importId: string): Promise<Waiting | null>
  fail(app: App, actor: Actor, importId: string): Promise<void>
}
/** `stays`: read well, the file is needed once more. */
type Waiting = {
  readonly salt: Buffer
  readonly taskId: string
  readonly rowCount?: number
  readonly stays?: boolean
}

/** Ends a reading in the middle with nothing written; thrown, since a refusal of a job's transaction is kept. */
export class ReadingStopped extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.name = 'ReadingStopped'
    this.refusal = refusal
  }
}

const ROWS_PER_WORD = 2000
const PIECE_BYTES = 256 * 1024
export const INTERRUPTED = '导入中断，没有写入任何内容。请重新导入这个文件。'

export async function readWaitingFile(
  app: App,
  payload: JobPayload,
  source: string,
  read: (tx: Tx, file: WaitingFile) => Promise<Decision<number>>,
  keeper: WaitingKeeper = rosterKeeper,
): Promise<void> {
  const { tenantId } = payload
  const importId = String(payload['importId'])
  const actor = systemActor(tenantId, source)
  const waiting = await app.pool.withTenant(tenantId, ({ db }) => keeper.waiting(db, tenantId, importId))
  if (!waiting) return
  const { taskId } = waiting
  const bytes = app.vault(tenantId).open(waiting.salt, await app.files.get(tenantId, importId))
  const tell = (rows: number, of?: number) =>
    app.pool.withTenant(tenantId, ({ db }) => progressTask(db, tenantId, taskId, rows, of)).catch(() => undefined)
  const end = (outcome: { result: unknown } | { fault: string }) =>
    systemWrite(app, actor, (tx) => finishTask(tx.db, tenantId, taskId, tx.now, outcome))
  let told = 0
  await tell(0, waiting.rowCount)
  const onProgress = (rows: number): void => {
    if (rows - told < ROWS_PER_WORD) return
    told = rows
    void tell(rows)
  }
  const file = { importId, source: () => Readable.from(piecesOf(bytes)), onProgress }
  const answer = await systemWrite(app, actor, (tx) => read(tx, file)).catch(async (fault: unknown) => {
    if (fault instanceof TableUnreadable || fault instanceof ReadingStopped) return fault.refusal
    await keeper.fail(app, actor, importId)
    await end({ fault: INTERRUPTED })
    throw fault
  })
  if (answer.ok) await tell(answer.value, answer.value)
  else await keeper.fail(app, actor, importId)
  await end(answer.ok ? { result: { importId } } : { fault: fill(app.refusalTexts(answer.code).zh, answer.facts) })
  if (!answer.ok || !waiting.stays) await app.files.remove(tenantId, importId)
}

const rosterKeeper: WaitingKeeper = {
  async waiting(db, tenantId, importId) {
    const row = await loadImport(db, tenantId, importId)
    if (row?.state !== 'reading' || row.salt === null || row.task_id === null) return null
    return { salt: row.salt, taskId: row.task_id }
  },
  fail: failImport,
}

export async function failImport(app: App, actor: Actor, importId: string): Promise<void> {
  await systemWrite(app, actor, async (tx) => {
    const row = await loadImport(tx.db, actor.tenantId, importId, true)
    const failed = row && transition(importLifecycle, 'fail', stateOfImport(row.state))
    if (failed?.ok) await endImport(tx.db, actor.tenantId, importId, failed.value, null, null)
  })
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES)
}
