/** Addresses a person gave us for notices, under their seal. */
import type { Vault } from '../crypto/index.ts'

export type Addresses = { readonly wechatOpenId: string | null; readonly email: string | null }

export function openAddresses(vault: Vault, row: { salt: Buffer; sealed: Buffer }): Addresses {
  const opened: unknown = JSON.parse(vault.openText(row.salt, row.sealed))
  const read = (name: string) => {
    const value: unknown = typeof opened === 'object' && opened !== null ? Reflect.get(opened, name) : null
    return typeof value === 'string' && value !== '' ? value : null
  }
  return { wechatOpenId: read('wechatOpenId'), email: read('email') }
}
