/** The claims list as a file at once, up to five thousand rows; longer ones are made in the background (OPS-05). */
import type { exportClaims as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { enterExport } from '../customers/index.ts'
import { tableFile } from '../files/index.ts'
import { systemWrite, type FileAnswer, type Tx } from '../http/index.ts'
import { countClaims, EXPORT_HEADER, exportRows } from './export-rows.ts'

const MOST_ROWS = 5000

export async function exportClaims(tx: Tx, { query }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const count = await countClaims(tx, query, MOST_ROWS + 1)
  if (count > MOST_ROWS) return refuse('claim.export_too_long', { most: MOST_ROWS })
  // Reading opens no transaction of its own; the entry stands before the file leaves (CUS-09).
  const made = await systemWrite(tx.app, tx.actor, (own) =>
    enterExport(own, {
      what: 'claims',
      format: query.format,
      reason: '赔案列表页导出',
      partnerId: null,
      rowCount: count,
      sha256: null,
      subjectId: null,
      bulk: true,
    }),
  )
  if (!made.ok) return made
  const { mark } = made.value
  const file = await tableFile(query.format, '赔案', withHeader(exportRows(tx, query)), mark)
  return ok({ ...file, fileName: `赔案-${dayOfInstant(tx.now)}-${mark.no}.${query.format}` })
}

async function* withHeader(rows: ReturnType<typeof exportRows>): ReturnType<typeof exportRows> {
  yield EXPORT_HEADER
  yield* rows
}
