/** An assessment as it was made and shown; the sentences are kept with it. */
import type { Assessment } from '@anpei/contract/claims'
import { Assessment as AssessmentWire } from '@anpei/contract/claims'
import type { AssessmentRecord } from './store-assessments.ts'

export function assessmentView(made: AssessmentRecord): Assessment {
  return AssessmentWire.parse({
    id: made.id,
    revision: made.revision,
    madeBy: made.madeByName ?? '系统',
    madeAt: made.madeAt,
    input: made.content.input,
    outcome: made.outcome,
    payableFen: Number(made.payableFen),
    kinds: made.content.kindsShown,
    routing: made.content.routing ?? null,
  })
}
