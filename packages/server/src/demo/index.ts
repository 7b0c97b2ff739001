export { loadDemo } from './load.ts'
export { printWelcome } from './welcome.ts'
