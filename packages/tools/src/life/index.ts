/** Lives of claims played through the commands of the server, for the demo and the simulated year. */
export { makeAgenda } from './agenda.ts'
export { gatherCast, member } from './cast.ts'
export { liveClaim } from './claim-life.ts'
export { drawer } from './drawer.ts'
export { liveDays } from './live-days.ts'
export type { Slip, Stage } from './stage.ts'
