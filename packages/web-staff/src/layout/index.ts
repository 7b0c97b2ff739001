export { Shell } from './Shell.tsx'
export type { NavItem } from './Shell.tsx'
