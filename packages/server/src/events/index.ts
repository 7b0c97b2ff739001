export type { NewEvent, StoredEvent } from './event.ts'
export { openLookBook, type LookBook } from './look-book.ts'
export { eventById, eventRow, eventsOf, eventsOfPerson, insertEvents, toStored, type EventRow } from './store.ts'
