/**
 * CMP-13: a file of past complaints by the way a person on the screen takes, in one go: taken in, rehearsed with a
 * saved mapping or the guessed one, and, unless it is only to be rehearsed, imported.
 */
import type { HistoryImportView } from '@anpei/contract/complaints'
import { refuse, type Actor, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type App, type ArrivedFile } from '../../http/index.ts'
import { beginReading } from './begin-reading.ts'
import { readHistoryFile } from './read-history-file.ts'
import { startHistoryImport } from './start-history-import.ts'
import { mappingsOf } from './store-imports.ts'
import { importAnswer } from './views-imports.ts'

export type HistoryOrder = {
  readonly institutionId: string
  readonly series: string
  readonly file: ArrivedFile
  /** Name of a saved mapping; null: the one that fits, else a guess. */
  readonly mappingName: string | null
  readonly rehearses: boolean
}

export async function importHistory(app: App, actor: Actor, order: HistoryOrder): Promise<Decision<HistoryImportView>> {
  const { institutionId, series, file, mappingName } = order
  const started = await systemWrite(app, actor, async (tx) => {
    const saved = (await mappingsOf(tx, institutionId)).find((one) => one.name === mappingName)
    if (mappingName !== null && !saved) return refuse('request.not_found')
    const view = await startHistoryImport(tx, { params: {}, query: {}, body: { institutionId, series } }, [file])
    if (!view.ok) return view
    const begun = await beginReading(tx, view.value.id, 'rehearse', saved?.mapping ?? null)
    return begun.ok ? view : begun
  })
  if (!started.ok) return started
  const { id: importId } = started.value
  const read = () => readHistoryFile(app, { tenantId: actor.tenantId, eventId: '', subjectId: importId, importId })
  await read()
  if (!order.rehearses) {
    const begun = await systemWrite(app, actor, (tx) => beginReading(tx, importId, 'begin', null))
    if (begun.ok) await read()
  }
  return systemWrite(app, actor, (tx) => importAnswer(tx, importId))
}
