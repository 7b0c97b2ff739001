/** An account number stands sealed under the key of the insured person it serves (CUS-08). */
import type { Vault } from '../../crypto/index.ts'

export function sealAccount(vault: Vault, personSalt: Buffer, account: string): Buffer {
  return vault.seal(personSalt, account)
}

export function openAccount(vault: Vault, personSalt: Buffer, sealed: Buffer): string {
  return vault.openText(personSalt, sealed)
}
