/** PRG-05, OPS-05: a hospital's list is taken in: it waits sealed in the store, a job reads it in the background. */
import type { ImportView, startDischargeImport as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { takeInFile } from '../roster/take-in-file.ts'
import { unfinishedImport } from '../roster/store-import-turns.ts'
import { lockProgramme } from '../versions/store-versions.ts'
import { importAnswer } from '../roster/views-imports.ts'

export async function startDischargeImport(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ImportView>> {
  const { db, actor } = tx
  const file = files.find((one) => one.field === 'table')
  if (!file) return refuse('programme.file_missing')
  if (!(await lockProgramme(db, actor.tenantId, body.programmeId))) return refuse('request.not_found')
  if (await unfinishedImport(db, actor.tenantId, body.programmeId, 'discharge')) {
    return refuse('programme.import_running')
  }
  const id = await takeInFile(tx, file, {
    ...body,
    kind: 'discharge',
    title: `导入出院名单 ${file.name}`,
    job: 'programme.import_discharges',
  })
  return importAnswer(tx, id)
}
