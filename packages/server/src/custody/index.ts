export { resealJob, resealTenant, RESEAL_TASK } from './reseal.ts'
export { decideKeyDrop, usesOfKey, type DropAnswer, type KeyUse } from './key-use.ts'
export { sweepFiles, type Swept } from './sweep-files.ts'
