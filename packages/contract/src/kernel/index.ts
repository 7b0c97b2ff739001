export { route } from './route.ts'
export type { Answer, Input, Method, Route, Sent } from './route.ts'
export { Can, Day, FenAmount, Id, Instant, MaybeText, page, PageQuery, Problem, Text } from './words.ts'
export { call, CallFailed, type CallOptions } from './call.ts'
