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
export type {
  ChannelName,
  DeliveryState,
  LinkKind,
  MessageDirection,
  PolicyLine,
  RequestKind,
  SolvedBy,
} from './words.ts'
export { arrivalAt, type Arrival } from './arrival.ts'
export { clockChannel, isConfidential, startsAnswerClock } from './enquiry-clock.ts'
export { deskEventCatalogue } from './events.ts'
export { deskRefusals } from './refusals.ts'
