export { filterOf } from './filter-url.ts'
export { default as MyWorkPage } from './MyWorkPage.tsx'
export { StaffPick } from './StaffPick.tsx'
