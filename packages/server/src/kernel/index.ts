export { newId, uuidOfHash } from './ids.ts'
export { systemClock, travelClock } from './clock.ts'
export type { Clock } from './clock.ts'
export { MOST_IN_FORCE, type VersionInForce } from './in-force.ts'
