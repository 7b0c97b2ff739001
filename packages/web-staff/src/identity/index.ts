export { sessionEnded, useMay, useMe, useSignOut } from './session.ts'
export { DemoTime } from './DemoTime.tsx'
export { SignIn } from './SignIn.tsx'
export { useKeptMe } from './use-kept-me.ts'
