export { assistRoutes } from './routes.ts'
export { assistJobs } from './jobs.ts'
export { FOLLOW, FOLLOWED_EVENTS } from './tasks.ts'
