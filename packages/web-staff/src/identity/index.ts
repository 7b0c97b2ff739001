export { sessionEnded, useMay, useMe, useSignOut } from './session.ts'
export { SignIn } from './SignIn.tsx'
