/**
 * NTF-03: the scheme of WeChat's message encryption. Signatures are SHA-1 over token, timestamp, nonce (and the sealed
 * text), sorted and joined. The key is the 43 characters of the account's EncodingAESKey as Base64; AES-256-CBC with
 * the first half of the key as start; under it 16 random bytes, the length in 4 bytes, the text, and the account's id;
 * filled up to blocks of 32 bytes.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const BLOCK = 32
const HEAD = 20

export function isSignedByWechat(parts: readonly string[], signature: string): boolean {
  const wanted = createHash('sha1')
    .update([...parts].sort().join(''))
    .digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** The text; null when it is none of this account. */
export function openWechat(aesKey: string, appId: string, sealed: string): string | null {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const bytes = Buffer.from(sealed, 'base64')
  if (key.length !== BLOCK || bytes.length === 0 || bytes.length % 16 !== 0) return null
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const filled = Buffer.concat([decipher.update(bytes), decipher.final()])
  const fill = filled.at(-1) ?? 0
  if (fill < 1 || fill > BLOCK || filled.length < HEAD + fill) return null
  const plain = filled.subarray(0, filled.length - fill)
  const end = HEAD + plain.readUInt32BE(16)
  if (end > plain.length || plain.subarray(end).toString('utf8') !== appId) return null
  return plain.subarray(HEAD, end).toString('utf8')
}

export function sealForWechat(aesKey: string, appId: string, text: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const words = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(words.length)
  const plain = Buffer.concat([randomBytes(16), length, words, Buffer.from(appId)])
  const fill = BLOCK - (plain.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(fill, fill)), cipher.final()]).toString(
    'base64',
  )
}
