/**
 * Care for what is kept: keys turned, values sealed anew, files nobody names swept away, and which rows are a
 * person's.
 */
export { resealJob, resealTenant, RESEAL_TASK } from './reseal.ts'
export { decideKeyDrop, usesOfKey, type DropAnswer, type KeyUse } from './key-use.ts'
export { turnLookupKey, type LookupTurn } from './turn-lookup-key.ts'
export { LOOKUP_HASHES } from './store-lookup-hashes.ts'
export { keysGone, keysGoneSentence } from './keys-gone.ts'
export { sealedColumns } from './sealed-columns.ts'
export { fileTable, type FileKeeper } from './file-keeper.ts'
export { sweepFiles, type Swept } from './sweep-files.ts'
export { personTables, rowsOfPerson } from './person-rows.ts'
export { emptyRows, type Emptied } from './store-emptied.ts'
