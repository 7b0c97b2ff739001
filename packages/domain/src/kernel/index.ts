export { ok, refuse, unreachable } from './result.ts'
export type { Decision, Facts, Ok, Refusal } from './result.ts'
export type { RefusalCatalogue, RefusalText } from './refusals.ts'
export { formatYuan, maxFen, minFen, shareOfFloor } from './money.ts'
export type { Fen } from './money.ts'
export {
  addDays, ageOn, dayNumber, dayOfInstant, dayOfNumber, daysBetween, firstOfNextMonth, isDay, startOfDay,
} from './day.ts'
export type { Day, Instant } from './day.ts'
