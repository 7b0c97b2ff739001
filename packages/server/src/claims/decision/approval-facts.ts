/** What the rules of approving and returning look at. */
import type { ApprovalFacts } from '@anpei/domain/claims'
import type { Tx } from '../../http/index.ts'
import { isOutdated } from '../assessment/judge.ts'
import { isActorsOwnCase } from '../assessment/judge-locked.ts'
import type { AssessmentRecord } from '../assessment/store-assessments.ts'
import type { ClaimRecord } from '../store-claims.ts'
import type { ProposalRecord } from './store-proposals.ts'

export function approvalFacts(
  tx: Tx,
  claim: ClaimRecord,
  proposal: ProposalRecord,
  assessment: AssessmentRecord | null,
): ApprovalFacts {
  return {
    state: proposal.state,
    madeBy: proposal.madeBy,
    stepsNeeded: proposal.stepsNeeded,
    stepsDone: proposal.stepsDone,
    earlier: proposal.approvals.map(({ by, withinAuthority }) => ({ by, withinAuthority })),
    lines: proposal.lines.map((line) => ({ benefit: line.benefit, atStakeFen: BigInt(line.atStakeFen) })),
    ownCase: isActorsOwnCase(tx, claim),
    outdated: assessment === null || assessment.id !== proposal.assessmentId || isOutdated(claim, assessment),
    actor: tx.actor,
  }
}
