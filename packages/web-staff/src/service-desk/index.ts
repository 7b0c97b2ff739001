export { CallPop } from './calls/CallPop.tsx'
