/** Words of the rows that prove a promise (CLK-05). */
import type { LedgerCause } from '../sla/index.ts'

export { CLOCK_KIND_WORDS } from '../sla/index.ts'

export const LEDGER_CAUSES: Readonly<Record<LedgerCause, string>> = {
  started: '起算',
  paused: '暂停',
  resumed: '继续',
  extended: '延长',
  reclassified: '分级变更',
  stopped: '完成',
  cancelled: '取消',
  superseded: '因新事实重新起算',
  reopened: '重开后继续',
  moved: '改用另一日历',
  redefined: '规则改版，重算时限',
  toldLater: '到期前告知，改期',
  lapsed: '本期届满，下一期起算',
  definitionEnded: '时限规则停用',
  tellingRefused: '改期未成立',
  pauseRefused: '暂停未成立',
  extensionRefused: '延长未成立',
}
