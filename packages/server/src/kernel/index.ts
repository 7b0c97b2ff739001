export { newId, uuidOfHash } from './ids.ts'
export { systemClock, travelClock } from './clock.ts'
export type { Clock } from './clock.ts'
