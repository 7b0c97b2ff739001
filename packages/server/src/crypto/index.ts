/** Sealing of personal values and files, and the keyed hashes they are found by. */
export {
  hashOver,
  newKeyRing,
  openVault,
  rotated,
  withIndexKeyTurned,
  withNextIndexKey,
  withoutKey,
} from './keyring.ts'
export type { KeyRing, LookupPurpose, Vault } from './keyring.ts'
export { loadKeyRing, ringFromJson, ringToJson, storeKeyRing, TURN_SENTENCE } from './keyring-file.ts'
export { fixedRing, openTurningVault, watchKeyRing, type RingKeeper } from './ring-keeper.ts'
export { hashPassword, verifyPassword, type PasswordCost } from './password.ts'
