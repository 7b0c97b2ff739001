/**
 * CMP-04: the national code table of causes (GB/T 43568-2023 appendix A) as it is imported: columns 代码, 名称, 上级代码
 * (or code, name, parent), one code a row, an empty parent is a top level. Nothing of it is delivered or invented.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'

export type NationalCode = { readonly code: string; readonly name: string; readonly parentCode: string | null }
type Row = NationalCode & { readonly rowNo: number }

export function decideCodeTable(rows: readonly Row[]): Decision<readonly NationalCode[]> {
  const wrong = (line: number, problem: string) => refuse('complaint.code_file', { line, problem })
  const known = new Set<string>()
  for (const { code, name, rowNo } of rows) {
    if (code === '' || name === '') return wrong(rowNo, '缺少代码或名称')
    if (known.has(code)) return wrong(rowNo, `代码 ${code} 重复`)
    known.add(code)
  }
  const orphan = rows.find(({ parentCode }) => parentCode !== null && !known.has(parentCode))
  if (orphan) return wrong(orphan.rowNo, `上级代码 ${orphan.parentCode} 不在表中`)
  if (rows.length === 0) return wrong(2, '没有代码')
  return ok(rows.map(({ code, name, parentCode }) => ({ code, name, parentCode })))
}
