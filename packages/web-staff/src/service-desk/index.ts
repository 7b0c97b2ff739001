export { useMyRequests } from './MyRequests.tsx'
export { CallPop } from './calls/CallPop.tsx'
