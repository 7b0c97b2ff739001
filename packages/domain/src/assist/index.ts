/** Helping a customer claim from another insurer: papers gathered once, handed over, followed until it is settled. */
export { assistLifecycle } from './lifecycles.ts'
export type { AssistState } from './lifecycles.ts'
export { ASSIST_PAPERS, INSURER_STEPS, LETTER_WORDS } from './words.ts'
export type { AssistPaper, InsurerStep } from './words.ts'
export { assistRefusals } from './refusals.ts'
export { assistEventCatalogue } from './events.ts'
export { followTo, stepOf, type InsurerLook } from './progress.ts'
export { assistCan, decideMorePapers, decideNote, decideOpening } from './decide-assist.ts'
