export { SubjectVisits } from './SubjectVisits.tsx'
export { begun, openPocket } from './pocket.ts'
export { sendPocket } from './send-pocket.ts'
