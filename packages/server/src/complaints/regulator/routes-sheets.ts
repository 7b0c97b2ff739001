import * as api from '@anpei/contract/complaints'
import { on, type Bound } from '../../http/index.ts'
import { draftSheetReport } from './draft-sheet-report.ts'
import { judgeSheetReport } from './judge-sheet-report.ts'
import { registerSheet } from './register-sheet.ts'
import { sendSheetReport } from './send-sheet-report.ts'
import { getComplaintRatios, listSheets } from './views-sheets.ts'

export const regulatorRoutes: readonly Bound[] = [
  on(api.registerSheet, registerSheet),
  on(api.listSheets, listSheets),
  on(api.draftSheetReport, draftSheetReport),
  on(api.judgeSheetReport, judgeSheetReport),
  on(api.sendSheetReport, sendSheetReport),
  on(api.getComplaintRatios, getComplaintRatios),
]
