/**
 * Identifiers are UUID version 7: time-ordered, so they index well, and made by the server, so rows can be written in
 * one go.
 */
import { stringify, v7 } from 'uuid'

export function newId(): string {
  return v7()
}

/** An identifier of version 8 made of a keyed hash: the same for the same value, and it tells nothing of it. */
export function uuidOfHash(hash: Buffer): string {
  const bytes = Uint8Array.from(hash.subarray(0, 16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return stringify(bytes)
}
