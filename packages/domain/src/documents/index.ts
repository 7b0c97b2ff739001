/** Papers handed in: how a file that arrives is judged, and whether its picture can be read. */
export { documentRefusals } from './refusals.ts'
export { decideArrivedFile } from './arrived-file.ts'
export { isWholeFile } from './whole-file.ts'
export type { FileSort, JudgedFile } from './arrived-file.ts'
export { isWarning, measureImage, WARNING_WORDS, warningsOf } from './image-quality.ts'
export type { Measured, PhotoWarning, WarningCode } from './image-quality.ts'
export type { GrayImage } from './gray-image.ts'
export { documentEventCatalogue } from './events.ts'
