export {
  batchLifecycle, claimLifecycle, lineLifecycle, paymentLifecycle, proposalLifecycle, reportLifecycle, taskLifecycle,
} from './lifecycles.ts'
export type { BatchState, ClaimState, LineState, PaymentState, ProposalState, ReportState, TaskState } from './lifecycles.ts'
export {
  BENEFIT_WORDS, CAUSES, CHANNELS, CLAIM_CLASSES, KIND_WORDS, PLACES, RELATIONS, VEHICLE_WORDS,
} from './words.ts'
export type { Cause, Channel, ClaimClass, Place, Relation } from './words.ts'
