/** CLM-08: the rows of a file of hospitals with their cells by field, whatever its columns are called. */
import { refuse, ok, type Decision } from '@anpei/domain/kernel'
import { HOSPITAL_FIELDS, type HospitalCells, type HospitalField } from '@anpei/domain/programme'
import { Readable } from 'node:stream'
import { readTable, TableUnreadable } from '../../files/index.ts'
import type { ArrivedFile } from '../../http/index.ts'

export type HospitalLine = { readonly rowNo: number; readonly cells: HospitalCells }

export async function readHospitalFile(file: ArrivedFile, most: number): Promise<Decision<HospitalLine[]>> {
  const { code, name } = HOSPITAL_FIELDS
  const table = await readTable(Readable.from([file.bytes]), { fileName: file.name, required: [code, name] })
  if (!table.ok) return table
  const { columns, rows } = table.value
  const at = (field: HospitalField): number =>
    columns.findIndex((column) => HOSPITAL_FIELDS[field].some((one) => one === column))
  const lines: HospitalLine[] = []
  try {
    for await (const { rowNo, cells } of rows) {
      if (lines.length === most) return refuse('programme.hospital_rows_many', { most })
      const cell = (field: HospitalField): string => cells[at(field)] ?? ''
      lines.push({
        rowNo,
        cells: {
          code: cell('code'),
          name: cell('name'),
          aliases: cell('aliases'),
          town: cell('town'),
          level: cell('level'),
          levelFrom: cell('levelFrom'),
          levelTo: cell('levelTo'),
          recognisedFrom: cell('recognisedFrom'),
          recognisedTo: cell('recognisedTo'),
          basis: cell('basis'),
        },
      })
    }
  } catch (error) {
    if (error instanceof TableUnreadable) return error.refusal
    throw error
  }
  return ok(lines)
}
