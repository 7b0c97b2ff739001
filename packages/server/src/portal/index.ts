export { planProgress, PROGRESS_EVENTS } from './plan-progress.ts'
export { tellProgress } from './tell-progress.ts'
export { lookUpInWords } from './look-up-in-words.ts'
export { portalRoutes } from './routes.ts'
