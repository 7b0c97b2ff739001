export { visitRoutes } from './routes.ts'
export { requestVisit } from './request-visit.ts'
export { visitDirectory, visitKeepers } from './store-due.ts'
