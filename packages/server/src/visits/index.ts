export { visitRoutes } from './routes.ts'
export { requestVisit } from './request-visit.ts'
export { visitChangeKinds } from './area-change.ts'
export { visitDirectory, visitKeepers } from './store-due.ts'
