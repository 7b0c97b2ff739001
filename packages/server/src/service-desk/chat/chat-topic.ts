/** The name under which one chat hears that something was said; the key itself never travels through the database. */
import type { Vault } from '../../crypto/index.ts'

export function chatTopic(vault: Pick<Vault, 'lookupHash'>, chat: string): string {
  return `chat.${vault.lookupHash('token', `chat:${chat}`).toString('hex')}`
}
