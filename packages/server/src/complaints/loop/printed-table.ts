/** One table of a review's pack. */
import type { ReportPages } from '../../files/index.ts'

export type PrintedTable = ReportPages['tables'][number]
