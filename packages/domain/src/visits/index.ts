/** Help where people are: home visits, on-site service and video, booked, proved and finished. */
export { visitLifecycle } from './lifecycles.ts'
export type { VisitState } from './lifecycles.ts'
export {
  AREAS,
  HALVES,
  RECORD_STANDINGS,
  ARRIVAL_PROOFS,
  PUT_OFF_REASONS,
  VISIT_CHANNELS,
  VISIT_KINDS,
  VISIT_PURPOSES,
  VISIT_RESULTS,
  type Area,
  type Half,
  type PutOffReason,
  type VisitChannel,
  type VisitKind,
  type VisitPurpose,
  type VisitResult,
} from './words.ts'
export { visitRefusals } from './refusals.ts'
export { visitEventCatalogue } from './events.ts'
export {
  areaInForce,
  decidePlace,
  decideRequest,
  ELIGIBLE,
  eligibleBy,
  type EligibleBy,
  type Wish,
} from './request-visit.ts'
export {
  decideSlot,
  halfOf,
  halfWindow,
  slotWords,
  type Hours,
  type Slot,
  type VisitorThen,
} from './slot.ts'
export { NEARNESS, nearnessOf, rankVisitors, type Nearness } from './nearest.ts'
export { routeOrder } from './route-order.ts'
export { COVER_WARNINGS, coverWarnings, decideException, decideSending, type CoverWarning } from './cover.ts'
export { decidePutOff } from './put-off.ts'
export { parseChecklists, type Answers, type Checklist } from './checklists.ts'
export { decideArrival, decideChoice, decideHandIn, photoMissing } from './hand-in.ts'
export { mayShowPhone, visitCan } from './can.ts'
export { parseOnSite, whyOnSite, type OnSiteRules } from './on-site.ts'
