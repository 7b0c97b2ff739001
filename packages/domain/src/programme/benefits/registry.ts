/** Every kind of benefit and the file that judges it; the compiler refuses a kind without one (DESIGN §5). */
import { unreachable } from '../../kernel/index.ts'
import type { AdjudicationCase, BenefitJudgement } from '../case.ts'
import type { Standards } from '../standard.ts'
import type { Benefit, ProgrammeVersion } from '../version.ts'
import { judgeLumpSum } from './lump-sum.ts'
import { judgePerDiem } from './per-diem.ts'
import { judgeReimbursement } from './reimbursement.ts'
import { judgeScale } from './scale.ts'
import { judgeTransport } from './transport.ts'

export function judgeBenefit(
  benefit: Benefit,
  asked: AdjudicationCase,
  version: ProgrammeVersion,
  standards: Standards,
): BenefitJudgement {
  switch (benefit.kind) {
    case 'lumpSum':
      return judgeLumpSum(benefit, asked, version.parameters)
    case 'scale':
      return judgeScale(benefit, asked, standards)
    case 'perDiem':
      return judgePerDiem(benefit, asked, version)
    case 'transport':
      return judgeTransport(benefit, asked, version.parameters)
    case 'reimbursement':
      return judgeReimbursement(benefit, asked)
    default:
      return unreachable(benefit)
  }
}
