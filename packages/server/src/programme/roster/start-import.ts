/**
 * PRG-05, OPS-05: a roster file is taken in: it waits sealed in the store, a job reads it in the background, and its
 * progress can be left and found again.
 */
import type { ImportView, startImport as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import { importLifecycle, stateOfImport } from '@anpei/domain/programme'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { abandonedImports, unfinishedImport } from './store-import-turns.ts'
import { endImport } from './store-imports.ts'
import { takeInFile } from './take-in-file.ts'
import { lockProgramme } from '../versions/store-versions.ts'
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
  const id = await takeInFile(tx, file, {
    ...body,
    title: `导入花名册 ${file.name}`,
    job: 'programme.import_roster',
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
