export { AlarmBell } from './AlarmBell.tsx'
export { casePath } from './case-path.ts'
