/** The key of the chat on this phone: kept for a day, or brought from a dialogue the assistant handed over. */
import { keep, kept } from '../client/index.ts'

const NAME = 'chat'
const FORM = /^[A-Za-z0-9_-]{36,43}$/

/** `brought` is the key in the address. */
export function chatKey(brought: string | null): string {
  const known = brought !== null && FORM.test(brought) ? brought : kept(NAME)
  const key = typeof known === 'string' && FORM.test(known) ? known : newChatKey()
  keep(NAME, key)
  return key
}

/** 32 random bytes, as they stand in addresses. */
function newChatKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
