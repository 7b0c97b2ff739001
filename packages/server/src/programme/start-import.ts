/**
 * PRG-05, OPS-05: a roster file is taken in: it waits sealed in the store, a job reads it in the background, and its
 * progress can be left and found again.
 */
import { createHash } from 'node:crypto'
import type { ImportView, startImport as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import { importLifecycle, stateOfImport } from '@anpei/domain/programme'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { openTask } from '../jobs/index.ts'
import { newId } from '../kernel/index.ts'
import { abandonedImports, endImport, insertImport, unfinishedImport } from './store-imports.ts'
import { lockProgramme } from './store-versions.ts'
import { importAnswer } from './views-imports.ts'

export async function startImport(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ImportView>> {
  const { db, actor } = tx
  const file = files.find((one) => one.field === 'table')
  if (!file) return refuse('programme.file_missing')
  if (!(await lockProgramme(db, actor.tenantId, body.programmeId))) return refuse('request.not_found')
  await endAbandoned(tx, body.programmeId)
  if (await unfinishedImport(db, actor.tenantId, body.programmeId)) return refuse('programme.import_running')
  const id = newId()
  const salt = tx.vault.newSalt()
  await tx.app.files.put(actor.tenantId, id, tx.vault.seal(salt, file.bytes))
  const taskId = await openTask(db, actor.tenantId, tx.now, {
    kind: 'roster_import',
    title: `导入花名册 ${file.name}`,
    subjectId: id,
    startedBy: actor.id,
  })
  await insertImport(db, actor.tenantId, {
    id,
    programmeId: body.programmeId,
    kind: body.kind,
    fileName: file.name,
    fileHash: createHash('sha256').update(file.bytes).digest(),
    asOfOn: body.asOfOn,
    startedBy: actor.kind === 'staff' ? actor.id : null,
    startedAt: tx.now,
    taskId,
    salt,
  })
  tx.enqueue({ task: 'programme.import_roster', payload: { importId: id }, key: `roster:${id}` })
  tx.record({
    name: 'roster.import_started',
    subject: { kind: 'roster_import', id },
    facts: { kind: body.kind, asOfOn: body.asOfOn },
  })
  return importAnswer(tx, id)
}

const BEGINNING_MS = 60_000

/** An import whose process was killed must not stand in the way of the next. */
async function endAbandoned({ db, actor, now }: Tx, programmeId: string): Promise<void> {
  const before = new Date(Date.parse(now) - BEGINNING_MS).toISOString()
  for (const one of await abandonedImports(db, actor.tenantId, programmeId, before)) {
    const failed = transition(importLifecycle, 'fail', stateOfImport(one.state))
    if (failed.ok) await endImport(db, actor.tenantId, one.id, failed.value, null, null)
  }
}
