/** PRG-05: the rows of a roster file with their cells by field, whatever the office calls its columns. */
import { ROSTER_FIELDS, type RosterCells, type RosterField } from '@anpei/domain/programme'
import { ok, type Decision } from '@anpei/domain/kernel'
import { readTable, type ByteSource } from '../../files/index.ts'

export type RosterLine = { readonly rowNo: number; readonly cells: RosterCells }

const FIELDS: readonly RosterField[] = [
  'name',
  'idNumber',
  'sex',
  'address',
  'street',
  'village',
  'villageCode',
  'phone',
  'status',
  'movedInOn',
  'statusOn',
  'lacksCapacity',
]

export async function readRosterFile(
  source: ByteSource,
  fileName: string,
): Promise<Decision<AsyncIterable<RosterLine>>> {
  const table = await readTable(source, {
    fileName,
    required: [ROSTER_FIELDS.name, ROSTER_FIELDS.idNumber, [...ROSTER_FIELDS.village, ...ROSTER_FIELDS.villageCode]],
  })
  if (!table.ok) return table
  const { columns, rows } = table.value
  const at = FIELDS.map((field) => columns.findIndex((column) => ROSTER_FIELDS[field].some((name) => name === column)))
  return ok(linesOf(rows, at))
}

async function* linesOf(
  rows: AsyncIterable<{ rowNo: number; cells: readonly string[] }>,
  at: readonly number[],
): AsyncGenerator<RosterLine> {
  for await (const { rowNo, cells } of rows) {
    const cell = (field: number): string => cells[at[field] ?? -1] ?? ''
    yield {
      rowNo,
      cells: {
        name: cell(0),
        idNumber: cell(1),
        sex: cell(2),
        address: cell(3),
        street: cell(4),
        village: cell(5),
        villageCode: cell(6),
        phone: cell(7),
        status: cell(8),
        movedInOn: cell(9),
        statusOn: cell(10),
        lacksCapacity: cell(11),
      },
    }
  }
}
