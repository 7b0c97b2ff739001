export { planProgress, PROGRESS_EVENTS } from './plan-progress.ts'
export { tellProgress } from './tell-progress.ts'
export { portalRoutes } from './routes.ts'
