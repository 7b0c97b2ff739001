export { CallbackCases } from './CallbackCases.tsx'
export { IdentityFields, identityOf, type IdentityValues } from './IdentityFields.tsx'
export { unsentHere } from './door/unsent.ts'
