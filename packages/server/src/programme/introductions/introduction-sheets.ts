/** The sheet of a product as it crosses the wire (SRV-07): which sections bind only where they were explained. */
import type { SheetSection as SectionView } from '@anpei/contract/programme'
import { MUST_EXPLAIN, type SheetSection } from '@anpei/domain/programme'

export function sheetView(sheet: readonly SheetSection[]): SectionView[] {
  return sheet.map(({ code, title, points }) => ({
    code,
    title,
    must: MUST_EXPLAIN.some((one) => one === code),
    points: points.map((point) => ({ ...point })),
  }))
}
