export {
  boardsOfComplaints,
  directoryOfComplaints,
  errandsOfComplaints,
  keepersOfComplaints,
  routesOfComplaints,
  wakesOfComplaints,
  wordsOfComplaints,
} from './gathered.ts'
export { complaintSource } from './personal-data.ts'
export { handOverComplaints } from './hand-over-absent.ts'
export { historyFiles } from './import/history-files.ts'
export { importHistory } from './import/import-history.ts'
export { exportHistoryFaults } from './import/views-imports.ts'
export { historyJobs } from './import/jobs-import.ts'
export { measureDue } from './loop/measure-due.ts'
export { openComplaint } from './open-complaint.ts'
export { toldDays } from './solve/legal-period.ts'
export { checkDecisionNotices } from './solve/follow-decision-notice.ts'
export { linkAccount } from './portal/store-accounts.ts'
export { complaintsOfAccount } from './portal/views-account.ts'
export {
  addFactsOfAccount,
  mandateOfAccount,
  readingOfAccount,
  recheckOfAccount,
  replyOfAccount,
} from './portal/answer-as-account.ts'
export { countComplaints } from './statistics/count-complaints.ts'
