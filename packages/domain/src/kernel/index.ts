/** What every rule stands on: decisions and refusals, days and instants, fen, lifecycles, permissions and scopes. */
export { ok, refuse, unreachable } from './result.ts'
export type { Decision, Facts, Ok, Refusal } from './result.ts'
export type { RefusalCatalogue, RefusalText } from './refusals.ts'
export { formatYuan, maxFen, minFen, shareOfFloor } from './money.ts'
export type { Fen } from './money.ts'
export {
  addDays,
  ageOn,
  dayEndingAt,
  dayNumber,
  dayOfInstant,
  hourInWords,
  dayOfNumber,
  daysBetween,
  dueMinuteText,
  firstOfNextMonth,
  isDay,
  minuteText,
  startOfDay,
} from './day.ts'
export type { Day, Instant } from './day.ts'
export { defineLifecycle, transition, transitionsFrom } from './lifecycle.ts'
export type { Lifecycle, StateDef, Transition, TransitionDef } from './lifecycle.ts'
export { stateOf } from './lifecycle.ts'
export { isPermission, permissions } from './permissions.ts'
export type { Permission } from './permissions.ts'
export { holds, NOBODY_ID, nobody, scopesOf, systemActor } from './actor.ts'
export type { Actor, Scope } from './actor.ts'
export { mayKnow, SECRET_CASES, toldOf, type Seal } from './seal.ts'
export { kernelRefusals } from './kernel-refusals.ts'
