export { documentRefusals } from './refusals.ts'
