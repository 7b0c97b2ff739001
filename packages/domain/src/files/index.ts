export { fileRefusals } from './refusals.ts'
export type { FileRefusal } from './refusals.ts'
