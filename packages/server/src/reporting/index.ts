/** Exports and boards: reads everything below, writes nothing of it. */
export { reportingRoutes } from './routes.ts'
export { runClaimExport } from './run-claim-export.ts'
export { exportFiles } from './export-files.ts'
export { tendDuties } from './tend-duties.ts'
export { seedDuties } from './seed-duties.ts'
export { countPromises } from './count-promises.ts'
export { keepStageTimes } from './keep-stage-times.ts'
