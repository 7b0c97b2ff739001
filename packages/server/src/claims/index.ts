export { createReport } from './create-report.ts'
export { claimRoutes } from './routes.ts'
