export { DeathCoverPanel } from './ConsentPanels.tsx'
export { CoverPanel } from './CoverPanel.tsx'
export { useDivisions } from './divisions.ts'
export { levelText } from './hospital-words.ts'
