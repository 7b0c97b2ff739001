import * as api from '@anpei/contract/complaints'
import { ask, on, onFile, type Bound } from '../../http/index.ts'
import { listComplaintColleagues } from '../views-handlers.ts'
import { acceptTip } from './accept-tip.ts'
import { addOnPortal } from './add-on-portal.ts'
import { concludeTip } from './conclude-tip.ts'
import { judgeTip } from './judge-tip.ts'
import { openTip } from './open-tip.ts'
import { recordTipEntry } from './record-tip-entry.ts'
import { registerTip } from './register-tip.ts'
import { reportOnPortal } from './report-on-portal.ts'
import { turnComplaintToTip } from './turn-complaint-to-tip.ts'
import { turnTip } from './turn-tip.ts'
import { readByCode } from './views-by-code.ts'
import { getTip, getTipFile, getTipOpening, listTips } from './views-tips.ts'

/** What a reporter sends is no stored answer: repetition is told by the code and the message's own id. */
export const tipRoutes: readonly Bound[] = [
  on(api.registerTip, registerTip),
  on(api.listTips, listTips),
  on(api.openTip, openTip),
  on(api.getTipOpening, getTipOpening),
  on(api.getTip, getTip),
  onFile(api.getTipFile, getTipFile),
  on(api.acceptTip, acceptTip),
  on(api.recordTipEntry, recordTipEntry),
  on(api.concludeTip, concludeTip),
  on(api.judgeTip, judgeTip),
  on(api.listTipColleagues, listComplaintColleagues),
  on(api.turnTip, turnTip),
  on(api.turnComplaintToTip, turnComplaintToTip),
  ask(api.portalReportTip, reportOnPortal),
  ask(api.portalReadTip, readByCode),
  ask(api.portalAddToTip, addOnPortal),
]
