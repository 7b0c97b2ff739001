export { assistRoutes } from './routes.ts'
export { assistJobs } from './jobs.ts'
export { followIfAssisted } from './follow-if-assisted.ts'
export { FOLLOW, FOLLOWED_EVENTS } from './tasks.ts'
