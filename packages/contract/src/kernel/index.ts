export { keysOf } from './keys.ts'
export { route } from './route.ts'
export type { Answer, Input, Method, Route, Sent } from './route.ts'
export {
  Can,
  Day,
  FenAmount,
  Finish,
  Id,
  Instant,
  MaybeText,
  page,
  PageQuery,
  Problem,
  Text,
  TimeLeft,
} from './words.ts'
export { call, CallFailed, type CallOptions } from './call.ts'
