/** The files of the weekly timing reports. */
import type { FileKeeper } from '../custody/index.ts'
import { reportFilesAfter, reportSalts } from './store-reports.ts'

export const timingReportFiles: FileKeeper = {
  what: '时效周报',
  saltsOf: reportSalts,
  needed: reportFilesAfter,
}
