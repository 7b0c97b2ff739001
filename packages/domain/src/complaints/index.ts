export { complaintLifecycle, type ComplaintState } from './lifecycles.ts'
export {
  COMPLAINT_CLASSES,
  COMPLAINT_LABELS,
  ENTRY_KINDS,
  OUTCOMES,
  PRIORITIES,
  REPRESENTATIONS,
  SEVERITIES,
  URGENCIES,
  type ComplaintClass,
  type ComplaintLabel,
  type ComplaintOutcome,
  type EntryKind,
  type Representation,
  type Severity,
  type Urgency,
} from './words.ts'
export {
  BUSINESS_LINES,
  CAUSE_GROUPS,
  CAUSES,
  type BusinessLine,
  type Cause,
  type CauseGroup,
} from './categories.ts'
export { decideImpartial, recusedAs, RECUSED_WORDS, type Concerned, type Somebody } from './recusal.ts'
export { complaintRefusals } from './refusals.ts'
export { complaintEventCatalogue } from './events.ts'
