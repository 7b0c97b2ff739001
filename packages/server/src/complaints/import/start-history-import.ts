/**
 * CMP-13, OPS-05: a file of past complaints arrives: it waits sealed in the store, its columns guessed by a mapping
 * saved for this institution that fits, else by their headings. Nothing is read further until a person has looked.
 */
import type { HistoryImportView, startHistoryImport as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { decideMapping, guessMapping } from '@anpei/domain/complaints'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { TableUnreadable, type TableRow } from '../../files/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { openHistoryFile } from './history-file.ts'
import { findInstitution, insertImport, mappingsOf } from './store-imports.ts'
import { importAnswer } from './views-imports.ts'

const SAMPLE_ROWS = 8

export async function startHistoryImport(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<HistoryImportView>> {
  const file = files.find((one) => one.field === 'table')
  if (!file) return refuse('file.none')
  if (!(await findInstitution(tx, body.institutionId))) return refuse('request.not_found')
  const head = await headOf(file)
  if (!head.ok) return head
  const { headings, rows } = head.value
  const saved = await mappingsOf(tx, body.institutionId)
  const mapping = saved.find((one) => decideMapping(one.mapping, headings).ok)?.mapping ?? guessMapping(headings, rows)
  const id = newId()
  const salt = tx.vault.newSalt()
  await tx.app.files.put(tx.actor.tenantId, id, tx.vault.seal(salt, file.bytes))
  await insertImport(tx, {
    id,
    institutionId: body.institutionId,
    series: body.series,
    fileName: file.name,
    fileBytes: file.bytes.length,
    headings,
    mapping,
    salt,
    sample: rows,
  })
  tx.record({ name: 'complaint_import.uploaded', subject: { kind: 'complaint_import', id } })
  return importAnswer(tx, id)
}

async function headOf({ bytes, name }: ArrivedFile) {
  const opened = await openHistoryFile(piecesOf(bytes), name)
  if (!opened.ok) return opened
  try {
    return { ok: true, value: { headings: opened.value.headings, rows: await firstOf(opened.value.rows) } } as const
  } catch (fault) {
    if (fault instanceof TableUnreadable) return fault.refusal
    throw fault
  }
}

async function firstOf(rows: AsyncIterable<TableRow>): Promise<readonly (readonly string[])[]> {
  const found: (readonly string[])[] = []
  for await (const { cells } of rows) {
    found.push(cells.map((cell) => cell.slice(0, 200)))
    if (found.length >= SAMPLE_ROWS) break
  }
  return found
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
