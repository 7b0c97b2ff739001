/** Asking afterwards: who is owed a call, attempts on different days, scripts and answers. */
export { decideDoorChoice, DOOR_CONFLICTS, DOOR_STANDINGS, doorWhy, type DoorStanding } from './door.ts'
export { callbackLifecycle, followUpLifecycle, type CallbackState, type FollowUpState } from './lifecycles.ts'
export {
  CALLEES,
  CONTACT_FIELDS,
  DAY_PARTS,
  EVIDENCE,
  FOLLOW_UPS,
  isOpinion,
  IDENTITY_POINTS,
  OCCASIONS,
  OUTCOMES,
  SATISFIED,
  WAYS,
  type CallbackOccasion,
  type CallbackOutcome,
  type CallbackWay,
  type Callee,
  type ContactField,
  type DayPart,
  type EvidenceKind,
  type FollowUpKind,
  type IdentityPoint,
  type Satisfied,
} from './words.ts'
export { callbackEventCatalogue } from './events.ts'
export { callbackRefusals } from './refusals.ts'
export { parseCallbackRules, type CallbackRules } from './rules.ts'
export {
  countTries,
  decideAttempt,
  decideExhausted,
  missingTries,
  outcomesOf,
  type PastAttempt,
  type Tries,
} from './attempts.ts'
export { checkCallee, type CheckedCallee, type KnownOfCallee, type ToldOfCallee } from './identity.ts'
export {
  decideNextScript,
  parseScript,
  parseScripts,
  QUESTION_KINDS,
  SATISFIED_QUESTION,
  scriptFor,
  type Question,
  type Script,
} from './scripts.ts'
export { decideAnswers, type GivenAnswers, type Meaning, type Opened } from './answers.ts'
export { callbackCan, mayContact } from './can.ts'
