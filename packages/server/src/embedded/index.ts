/** The project's own PostgreSQL: made, started, taken over after a crash, and each fault told in one sentence. */
export {
  portSentence,
  schemaFault,
  settingFault,
  StartFault,
  unreachableSentence,
  type StartFaultCode,
} from './fault.ts'
export { type FolderLock } from './lock.ts'
export { startEmbedded, type Embedded, type EmbeddedOptions } from './start.ts'
export { runningUrl } from './attach.ts'
