/**
 * The front door: every call, message, letter and visitor is one request with one number, one owner and a running
 * promise.
 */
export { requestLifecycle } from './lifecycles.ts'
export type { RequestState } from './lifecycles.ts'
export {
  DELIVERIES,
  LINK_KINDS,
  MESSAGE_DIRECTIONS,
  POLICY_LINES,
  REQUEST_CHANNELS,
  REQUEST_KINDS,
  SOLVED_BY,
} from './words.ts'
export type { ChannelName, DeliveryState, LinkKind, MessageDirection, RequestKind, SolvedBy } from './words.ts'
export { arrivalAt, type Arrival } from './arrival.ts'
export { clockChannel, isConfidential, startsAnswerClock } from './enquiry-clock.ts'
export { CARE_REMINDED, careReminder, type CareReminder } from './care-reminder.ts'
export { complaintHint, isComplaintKind, type ComplaintHint } from './complaint-words.ts'
export { decideAnswer, isWrittenDown, stepOfAnswer } from './decide-answer.ts'
export {
  decideClosing,
  decideKindChange,
  decideMerge,
  decideParent,
  decideSnooze,
  decideTake,
  mayWorkOn,
  requestCan,
} from './decide-work.ts'
export { deskEventCatalogue } from './events.ts'
export { deskRefusals } from './refusals.ts'
export { subjectOf } from './subject.ts'
export { mayLookOn, unansweredAtCounter, type CounterAnswers, type CounterList } from './counter-check.ts'
export { checkWording, WORDING_RULES } from './wording.ts'
export type { WordingFacts, WordingHint, WordingRule, WordingRules } from './wording.ts'
export { replySubject, requestNoIn } from './mail-thread.ts'
export { isAutomaticMail, mailVerdict } from './mail-verdict.ts'
export {
  CALL_RECORDINGS,
  mayKeepRecording,
  RECORDING_NOTICES,
  recordingStand,
  type RecordingNotice,
} from './call-recording.ts'
export { callEventCatalogue } from './call-events.ts'
export { callLifecycle, type CallState } from './call-lifecycle.ts'
export {
  CALL_DIRECTIONS,
  CALL_ENDERS,
  CALL_LINES,
  inOrder,
  nextOfCall,
  type CallDirection,
  type CallEnder,
  type CallLine,
  type CallStand,
  type CallWord,
} from './call.ts'
export { MAIL_OUTCOMES, MAIL_SECURITY } from './mail-words.ts'
export { decideOrigin, type PaperOrigin } from './paper-origin.ts'
export { decideGuiding, momentWords, piecesOf } from './guide.ts'
export { shareOf, type Share } from './desk-share.ts'
export { boxLifecycle, openingLifecycle, type BoxState, type OpeningState } from './box-lifecycles.ts'
export { decideOpening, decideRemoval, decideWitness } from './box.ts'
export { checkRules, rulesThatDiffer } from './wording-rules.ts'
export { nextOfMenu, playsUnanswered, type MenuAnswer, type MenuAsked } from './call-menu.ts'
export { decidePlan, KEY_ACTS, PLAN_PARTS, type CallPlan, type PlanPart } from './call-plan.ts'
export { PROMPT_OCCASIONS, promptsInForce, type Prompt, type PromptLine, type PromptOccasion } from './prompt.ts'
