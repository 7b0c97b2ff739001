export { AlarmBell } from './AlarmBell.tsx'
