/** What a file handed in may be, and the refusals of one that may not. */
export { fileRefusals } from './refusals.ts'
export type { FileRefusal } from './refusals.ts'
