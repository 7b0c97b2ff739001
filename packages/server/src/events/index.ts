export type { NewEvent, StoredEvent } from './event.ts'
export { openLookBook, type LookBook } from './look-book.ts'
export {
  eventById,
  eventRow,
  eventsOf,
  eventsOfMany,
  eventsStatement,
  eventsOfPerson,
  takeWaiting,
  type EventRow,
} from './store.ts'
export { keepHeads } from './audit-heads.ts'
export { sealAudit } from './seal-audit.ts'
export { searchEvents, type AuditQuestion } from './store-search.ts'
export { verifyAudit, type Verdict } from './verify-audit.ts'
