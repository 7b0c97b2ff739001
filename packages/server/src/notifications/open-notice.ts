/** What a notice says and to whom, from its seal. */
import type { Vault } from '../crypto/index.ts'

export function openNotice(
  vault: Vault,
  notice: { readonly salt: Buffer; readonly sealed: Buffer },
): { to: string; text: string } {
  const opened: unknown = JSON.parse(vault.openText(notice.salt, notice.sealed))
  if (typeof opened !== 'object' || opened === null || !('to' in opened) || !('text' in opened)) {
    throw new Error('a notice that says nothing')
  }
  return { to: String(opened.to), text: String(opened.text) }
}
