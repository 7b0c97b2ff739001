export { visitLifecycle } from './lifecycles.ts'
export type { VisitState } from './lifecycles.ts'
export {
  AREAS,
  HALVES,
  VISIT_CHANNELS,
  VISIT_KINDS,
  VISIT_PURPOSES,
  type Area,
  type Half,
  type VisitChannel,
  type VisitKind,
  type VisitPurpose,
} from './words.ts'
export { visitRefusals } from './refusals.ts'
export { visitEventCatalogue } from './events.ts'
export { areaInForce, decideRequest, ELIGIBLE, eligibleBy, type EligibleBy, type Wish } from './request-visit.ts'
