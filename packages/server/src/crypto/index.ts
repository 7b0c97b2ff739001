export { newKeyRing, openVault } from './keyring.ts'
export type { KeyRing, LookupPurpose, Vault } from './keyring.ts'
export { loadKeyRing, ringFromJson, ringToJson } from './keyring-file.ts'
export { hashPassword, verifyPassword } from './password.ts'
