/** Idempotency keys. `crypto.randomUUID` is missing on plain http pages of an office network, so bytes are drawn. */
import type { CallOptions } from '@anpei/contract/kernel'

export type Files = NonNullable<CallOptions['files']>

export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The same text = the same content. */
export function textOf(sent: unknown, files: Files): string {
  return JSON.stringify([sent, files.map(({ field, name, file }) => [field, name, file.size])])
}
