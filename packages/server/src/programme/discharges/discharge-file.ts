/** PRG-05: the rows of a hospital's list with their cells by field, whatever the hospital calls its columns. */
import { DISCHARGE_FIELDS, type DischargeCells, type DischargeField } from '@anpei/domain/programme'
import { ok, type Decision } from '@anpei/domain/kernel'
import { readTable, type ByteSource } from '../../files/index.ts'

export type DischargeLine = { readonly rowNo: number; readonly cells: DischargeCells }

export async function readDischargeFile(
  source: ByteSource,
  fileName: string,
): Promise<Decision<AsyncIterable<DischargeLine>>> {
  const { name, idNumber, hospital, admittedOn, dischargedOn } = DISCHARGE_FIELDS
  const table = await readTable(source, { fileName, required: [name, idNumber, hospital, admittedOn, dischargedOn] })
  if (!table.ok) return table
  const { columns, rows } = table.value
  const at = (field: DischargeField): number =>
    columns.findIndex((column) => DISCHARGE_FIELDS[field].some((one) => one === column))
  const places = {
    name: at('name'),
    idNumber: at('idNumber'),
    hospital: at('hospital'),
    admittedOn: at('admittedOn'),
    dischargedOn: at('dischargedOn'),
    diagnosis: at('diagnosis'),
    injuryCode: at('injuryCode'),
  }
  return ok(linesOf(rows, places))
}

async function* linesOf(
  rows: AsyncIterable<{ rowNo: number; cells: readonly string[] }>,
  at: Readonly<Record<DischargeField, number>>,
): AsyncGenerator<DischargeLine> {
  for await (const { rowNo, cells } of rows) {
    const cell = (field: DischargeField): string => cells[at[field]] ?? ''
    yield {
      rowNo,
      cells: {
        name: cell('name'),
        idNumber: cell('idNumber'),
        hospital: cell('hospital'),
        admittedOn: cell('admittedOn'),
        dischargedOn: cell('dischargedOn'),
        diagnosis: cell('diagnosis'),
        injuryCode: cell('injuryCode'),
      },
    }
  }
}
