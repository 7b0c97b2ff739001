import * as api from '@anpei/contract/claims'
import { on, type Bound } from '../http/index.ts'
import { checkRecoveryEntry } from './check-recovery-entry.ts'
import { importStatement } from './import-statement.ts'
import { issueRecoveryLetter } from './issue-recovery-letter.ts'
import { listRecoveries } from './list-recoveries.ts'
import { proposeWaiver } from './propose-waiver.ts'
import { recordRepayment } from './record-repayment.ts'

export const afterwardsRoutes: readonly Bound[] = [
  on(api.listRecoveries, listRecoveries),
  on(api.issueRecoveryLetter, issueRecoveryLetter),
  on(api.recordRepayment, recordRepayment),
  on(api.importStatement, importStatement),
  on(api.proposeWaiver, proposeWaiver),
  on(api.checkRecoveryEntry, checkRecoveryEntry),
]
