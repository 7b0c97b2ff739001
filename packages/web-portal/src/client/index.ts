export { ask, Refused, newKey, signOut, type ApiAnswer, type ApiName, type SentTo } from './ask.ts'
export { apiRoutes } from './routes.ts'
export { keep, kept, drop } from './keep.ts'
export { compressPhoto } from './compress-photo.ts'
