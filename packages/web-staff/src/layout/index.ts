/** The frame of the workbench: top bar, menu, search. */
export { Shell } from './Shell.tsx'
export type { NavItem } from './Shell.tsx'
export { OfflineBar } from './OfflineBar.tsx'
export { useKeptPages } from './keep-pages.ts'
