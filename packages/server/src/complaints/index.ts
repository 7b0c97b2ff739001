export { complaintSource } from './personal-data.ts'
export { complaintRoutes } from './routes.ts'
export { handOverComplaints } from './hand-over-absent.ts'
export { complaintDirectory, complaintKeepers } from './store-due.ts'
