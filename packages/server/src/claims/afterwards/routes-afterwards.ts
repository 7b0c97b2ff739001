import * as api from '@anpei/contract/claims'
import { on, type Bound } from '../../http/index.ts'
import { addLitigationPapers } from './add-litigation-papers.ts'
import { checkRecoveryEntry } from './check-recovery-entry.ts'
import { disputeDecision } from './dispute-decision.ts'
import { getAfterwards } from './get-afterwards.ts'
import { importStatement } from './import-statement.ts'
import { issueRecoveryLetter } from './issue-recovery-letter.ts'
import { listCertainPart } from '../decision/list-certain-part.ts'
import { listRecoveries } from './list-recoveries.ts'
import { moveLitigation } from './move-litigation.ts'
import { proposeWaiver } from './propose-waiver.ts'
import { recordLitigation } from './record-litigation.ts'
import { recordRepayment } from './record-repayment.ts'

export const afterwardsRoutes: readonly Bound[] = [
  on(api.getAfterwards, getAfterwards),
  on(api.listCertainPart, listCertainPart),
  on(api.listRecoveries, listRecoveries),
  on(api.issueRecoveryLetter, issueRecoveryLetter),
  on(api.recordRepayment, recordRepayment),
  on(api.importStatement, importStatement),
  on(api.proposeWaiver, proposeWaiver),
  on(api.checkRecoveryEntry, checkRecoveryEntry),
  on(api.recordLitigation, recordLitigation),
  on(api.moveLitigation, moveLitigation),
  on(api.addLitigationPapers, addLitigationPapers),
  on(api.disputeDecision, disputeDecision),
]
