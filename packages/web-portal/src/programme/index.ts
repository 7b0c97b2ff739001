export { CoverToday } from './CoverToday.tsx'
export { WaitingIntroductions } from './WaitingIntroductions.tsx'
