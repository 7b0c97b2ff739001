/**
 * Complaints, tips, praise and sheets of the regulator: heard, decided by people who had no part in it, executed,
 * asked after, and learnt from.
 */
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
export { decideRegistration, isFaceToFace, type Registered, type Registering } from './registration.ts'
export {
  COMPLAINANT_RELATIONS,
  decideMandateBrought,
  decideTelling,
  isProofAmong,
  mayHearPersonal,
  missingWhenTied,
  TIED_REPRESENTATIONS,
  type ComplainantRelation,
  type TiedRepresentation,
} from './mandate.ts'
export { decideAsking, heldItems, MISSING_ITEMS, type HeldFacts, type MissingItem } from './missing.ts'
export {
  COMPLAINT_TASKS,
  decideComplaintMerge,
  decideFirstCheck,
  decideNewFacts,
  decideSeparation,
  FINDINGS,
  isSameComplainant,
  tasksOpenedBy,
  type Complaining,
  type ComplaintTask,
} from './first-check.ts'
export {
  coordinatorFor,
  decideAssignee,
  decideAssigning,
  decideCoordination,
  handlersFor,
  type HandlerCandidate,
} from './assignment.ts'
export { decideCodeTable, type NationalCode } from './code-table.ts'
export { complaintCan } from './can.ts'
export { complaintRefusals } from './refusals.ts'
export { complaintEventCatalogue } from './events.ts'
export { closingDebts, CLOSING_DEBTS, decideClosing, type ClosingDebt, type ClosingFacts } from './closing.ts'
export {
  actLifecycle,
  complaintExtensionLifecycle,
  proposalLifecycle,
  recheckLifecycle,
  type ActState,
  type ProposalState,
  type RecheckState,
} from './lifecycles-solve.ts'
export { solvingRefusals } from './solving-refusals.ts'
export {
  ACT_KINDS,
  decideActs,
  decideExtensionAsk,
  decideHandler,
  decideJudge,
  decideRecheckAsk,
  decideRecheckHandler,
  decideSending,
  isRechecked,
  DELIVERY_WAYS,
  leavesBySystem,
  reachesAtOnce,
  SPAN_KINDS,
  type ActKind,
  type DeliveryWay,
  type SpanKind,
} from './solution.ts'
export { decideDeliveryWay, isUnreachable, type Reach } from './reach.ts'
export { solvingCan } from './can-solve.ts'
export { solvingEventCatalogue } from './events-solve.ts'
export {
  decideSheet,
  publishedRatios,
  regulatorLifecycle,
  type RatioBase,
  type RegulatorState,
} from './regulator.ts'
export { complainantCan, plainState } from './plain-words.ts'
export { majorLifecycle, type MajorState } from './major/lifecycle.ts'
export {
  decideAskLift,
  decideCommand,
  decideDeclaration,
  decideFree,
  decideLift,
  decideReport,
  MAJOR_REPORTS,
  liftWaitsFor,
  majorCan,
  type MajorReport,
} from './major/major.ts'
export { majorRefusals } from './major/refusals.ts'
export { majorEventCatalogue } from './major/events.ts'
export { fieldNames, HISTORY_FIELDS, type HistoryField } from './import/fields.ts'
export {
  DAY_ORDERS,
  decideMapping,
  guessMapping,
  SEPARATORS,
  wordKey,
  type HistoryMapping,
} from './import/mapping.ts'
export { checkHistoryRow, HISTORY_FAULTS, type HistoryFault, type HistoryRow } from './import/history-row.ts'
export { guessCause, guessOutcome } from './import/word-guesses.ts'
export { historyImportLifecycle, type HistoryImportState } from './import/lifecycle.ts'
export { historyEventCatalogue } from './import/events.ts'
export { historyRefusals } from './import/refusals.ts'
export {
  CHANGE_KINDS,
  EXPOSURES,
  LOOP_STEPS,
  ROOT_CAUSES,
  ROOT_GROUPS,
  type ChangeKind,
  type Exposure,
  type LoopStep,
  type RootCause,
} from './loop/places.ts'
export {
  effectOf,
  effectWindows,
  ratePerThousand,
  VERDICTS,
  WINDOW_DAYS,
  type RateShown,
  type Verdict,
  type Window,
} from './loop/effect.ts'
export {
  improvementLifecycle,
  libraryLifecycle,
  reviewLifecycle,
  type ImprovementState,
  type LibraryState,
  type ReviewState,
} from './loop/lifecycles-loop.ts'
export { decideEffectJudge, decideMeasuring, decideOwner, decideReporting } from './loop/improvement.ts'
export { decideAnonymous, decideLibraryCheck, type KnownOfCase } from './loop/anonymity.ts'
export { decideHolding, decidePeriod, REVIEW_FUNCTIONS, type ReviewFunction } from './loop/review.ts'
export { improvementCan, loopCan } from './loop/can-loop.ts'
export { loopEventCatalogue } from './loop/events-loop.ts'
export { loopRefusals } from './loop/refusals.ts'
export {
  COMPLAINT_SERIES,
  addFigures,
  FIGURE_DIMENSIONS,
  FIGURES,
  figurePeriod,
  isWithin,
  percentileDays,
  REGULATOR_CHANNEL,
  REPEATED_STATE,
  shareBps,
  wholeMonths,
  type ComplaintSeries,
  type Figure,
  type FigureDimension,
  type FigurePeriod,
  type Figures,
} from './statistics/counting.ts'
export { hideSmall, LEAST_SHOWN_COUNT, type CountTable, type ShownTable } from './statistics/hiding.ts'
export { PERSON_WEIGHTS, scoreOf, UNIT_WEIGHTS } from './statistics/scoring.ts'
export {
  decideDrafting,
  decidePublishing,
  publicationLifecycle,
  statisticsEventCatalogue,
  type PublicationState,
} from './statistics/publication.ts'
export { statisticsRefusals } from './statistics/refusals.ts'
export { tipLifecycle, type TipState } from './tips/lifecycle.ts'
export { tipEventCatalogue } from './tips/events.ts'
export { tipRefusals } from './tips/refusals.ts'
export { decideTurning, type Hanging } from './tips/turning.ts'
export { spacedCode, TIP_CODE_BYTES, tipCodeOf } from './tips/code.ts'
export {
  decideConclusion,
  decideHearers,
  decideJudgement,
  decideReporter,
  decideTipEntry,
  namedIn,
  SHOWN_TO_REPORTER,
  STAFF_ENTRIES,
  TIP_ENTRIES,
  TIP_JUDGEMENTS,
  TIP_OUTCOMES,
  tipCan,
  type Reporter,
  type TipEntryKind,
  type TipJudgement,
  type TipOutcome,
} from './tips/tip-rules.ts'
export {
  LINK_SIGNALS,
  LINK_VERDICTS,
  signalsAmong,
  type LinkSignal,
  type LinkVerdict,
  type Signal,
} from './linkage/signals.ts'
