/** The demo: a whole district of made-up people with a history. */
export { loadDemo } from './load.ts'
export { printWelcome } from './welcome.ts'
