export { WaitingIntroductions } from './WaitingIntroductions.tsx'
