export { ask, at, Refused, newKey, signOut, type Address } from './ask.ts'
export { keep, kept, drop } from './keep.ts'
export { compressPhoto } from './compress-photo.ts'
