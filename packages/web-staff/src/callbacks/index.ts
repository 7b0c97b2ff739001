export { IdentityFields, identityOf, type IdentityValues } from './IdentityFields.tsx'
