export { SubjectVisits } from './SubjectVisits.tsx'
