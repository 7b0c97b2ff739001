export { assistRoutes } from './routes.ts'
export { assistJobs } from './jobs.ts'
export { followIfAssisted } from './follow-insurer.ts'
export { FOLLOW, FOLLOWED_EVENTS } from './tasks.ts'
