/** Passwords as argon2id hashes (19 MiB, 2 passes, 1 lane), in the usual `$argon2id$…` text form. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

export type PasswordCost = { readonly memoryKib: number; readonly passes: number }
const USUAL: PasswordCost = { memoryKib: 19_456, passes: 2 }

/** The cost stands in the hash and is taken from there when it is verified. */
export async function hashPassword(password: string, { memoryKib, passes }: PasswordCost = USUAL): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive(password, nonce, memoryKib, passes)
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=1$${b64(nonce)}$${b64(tag)}`
}

export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([^$]+)\$([^$]+)$/.exec(stored)
  if (!match) return false
  const [, memory = '', passes = '', nonce = '', tag = ''] = match
  const expected = Buffer.from(tag, 'base64')
  return timingSafeEqual(expected, await derive(password, Buffer.from(nonce, 'base64'), +memory, +passes))
}

function derive(message: string, nonce: Buffer, memory: number, passes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { message, nonce, memory, passes, parallelism: 1, tagLength: 32 }
    argon2('argon2id', options, (error, tag) => (error ? reject(error) : resolve(tag)))
  })
}

function b64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
