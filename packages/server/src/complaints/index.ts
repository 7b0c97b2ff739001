export { complaintRoutes } from './routes.ts'
export { complaintDirectory, complaintKeepers } from './store-due.ts'
