export { clockCatalogue, clockTitle } from './catalogue.ts'
export { deriveClocks, type NextDue } from './derive-clocks.ts'
export { clocksOf, type ClockRow } from './store.ts'
