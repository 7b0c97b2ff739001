/**
 * CUS-08: personal values are sealed with AES-256-GCM under a key of their own person, derived from the tenant's key of
 * the ring and a random salt kept in the person's row. Destroying the salt destroys the values. Exact look-up works
 * by a keyed hash (HMAC-SHA-256) under a key that stays when the sealing keys rotate.
 *
 * Sealed form: 1 byte key version, 12 bytes nonce, ciphertext, 16 bytes tag.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  randomFillSync,
  type KeyObject,
} from 'node:crypto'
import type { Instant } from '@anpei/domain/kernel'

export type KeyRing = {
  /** The version new values are sealed with. */
  readonly current: number
  /** Version → 32 bytes. */
  readonly keys: ReadonlyMap<number, Buffer>
  /** The first key of the look-up hashes, 32 bytes. */
  readonly indexKey: Buffer
  /** Those that were laid over it since, in order: each hashes what the one before it made (docs/decisions/0010). */
  readonly laterIndexKeys?: readonly Buffer[]
  /** The key a turn that has not ended lays over them; no server runs until it has. */
  readonly nextIndexKey?: Buffer
  /** Version → since when nothing new is sealed with it. */
  readonly retiredAt?: ReadonlyMap<number, Instant>
}

export type Vault = {
  readonly currentVersion: number
  newSalt(): Buffer
  seal(salt: Buffer, plain: string | Buffer): Buffer
  open(salt: Buffer, sealed: Buffer): Buffer
  openText(salt: Buffer, sealed: Buffer): string
  /** The version a value was sealed with, for rotation. */
  versionOf(sealed: Buffer): number
  /** Keyed hash for exact look-up; `purpose` keeps hashes of different fields apart. */
  lookupHash(purpose: LookupPurpose, value: string): Buffer
}

export type LookupPurpose = 'id_number' | 'phone' | 'account' | 'file' | 'token' | 'roster_row' | 'name'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const POOL_BYTES = 8192

export function newKeyRing(): KeyRing {
  return { current: 1, keys: new Map([[1, randomBytes(32)]]), indexKey: randomBytes(32) }
}

/** A ring with one more key; values sealed before stay readable. The lowest free version is taken. */
export function rotated(ring: KeyRing, at: Instant): KeyRing {
  const free = Array.from({ length: 255 }, (_, index) => index + 1).filter((version) => !ring.keys.has(version))
  const next = free.find((version) => version > ring.current) ?? free[0]
  if (next === undefined) throw new Error('the key ring is full: 255 versions')
  return {
    ...ring,
    current: next,
    keys: new Map([...ring.keys, [next, randomBytes(32)]]),
    retiredAt: new Map([...(ring.retiredAt ?? []), [ring.current, at]]),
  }
}

/** The ring without a key nothing is sealed with any more; what still were would be lost for ever. */
export function withoutKey(ring: KeyRing, version: number): KeyRing {
  if (version === ring.current) throw new Error('the current key cannot be dropped')
  const others = <V>(map: ReadonlyMap<number, V>) => new Map([...map].filter(([one]) => one !== version))
  return { ...ring, keys: others(ring.keys), retiredAt: others(ring.retiredAt ?? new Map()) }
}

/** The ring with a key for the look-up hashes that a turn is to bring in; the one of a turn cut short stays. */
export function withNextIndexKey(ring: KeyRing): KeyRing {
  return ring.nextIndexKey ? ring : { ...ring, nextIndexKey: randomBytes(32) }
}

/** After the turn: every stored hash has been hashed with it. */
export function withIndexKeyTurned({ nextIndexKey, ...ring }: KeyRing): KeyRing {
  return nextIndexKey ? { ...ring, laterIndexKeys: [...(ring.laterIndexKeys ?? []), nextIndexKey] } : ring
}

/** What a stored look-up hash becomes under one key more. */
export function hashOver(key: Buffer, tenantId: number, purpose: LookupPurpose): (hash: Buffer) => Buffer {
  const derived = derive(key, `index:${tenantId}:${purpose}`)
  return (hash) => createHmac('sha256', derived).update(hash).digest()
}

export function openVault(ring: KeyRing, tenantId: number): Vault {
  const sealing = new Map([...ring.keys].map(([version, key]) => [version, derive(key, `seal:${tenantId}`)]))
  const current = sealing.get(ring.current)
  if (!current) throw new Error(`key ring: the current version ${ring.current} is missing`)
  const random = randomPool()
  const indexKeys = new Map<LookupPurpose, KeyObject>()
  const layers = new Map<LookupPurpose, readonly ((hash: Buffer) => Buffer)[]>()
  const layersOf = (purpose: LookupPurpose) => {
    const known = layers.get(purpose)
    if (known) return known
    const made = (ring.laterIndexKeys ?? []).map((key) => hashOver(key, tenantId, purpose))
    layers.set(purpose, made)
    return made
  }

  return {
    currentVersion: ring.current,
    newSalt: () => random(16),
    seal(salt, plain) {
      const nonce = random(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', personKey(current, salt), nonce)
      const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain)
      cipher.final()
      return Buffer.concat([Buffer.of(ring.current), nonce, body, cipher.getAuthTag()])
    },
    open: (salt, sealed) => unseal(sealing, salt, sealed),
    openText: (salt, sealed) => unseal(sealing, salt, sealed).toString('utf8'),
    versionOf: (sealed) => sealed[0] ?? 0,
    lookupHash(purpose, value) {
      let key = indexKeys.get(purpose)
      if (!key) indexKeys.set(purpose, (key = derive(ring.indexKey, `index:${tenantId}:${purpose}`)))
      const hash = createHmac('sha256', key).update(value).digest()
      return layersOf(purpose).reduce<Buffer>((under, layer) => layer(under), hash)
    },
  }
}

function unseal(sealing: ReadonlyMap<number, KeyObject>, salt: Buffer, sealed: Buffer): Buffer {
  const key = sealing.get(sealed[0] ?? 0)
  if (!key) throw new Error(`key ring: version ${sealed[0]} is missing`)
  const tagAt = sealed.length - TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', personKey(key, salt), sealed.subarray(1, 1 + NONCE_BYTES))
  decipher.setAuthTag(sealed.subarray(tagAt))
  const plain = decipher.update(sealed.subarray(1 + NONCE_BYTES, tagAt))
  // The mode is a stream: nothing is left to come, but here the tag is checked.
  decipher.final()
  return plain
}

/** A `KeyObject`: Node takes ten times as long to cipher with raw key bytes (158 µs a value, with it 14). */
function personKey(tenantKey: KeyObject, salt: Buffer): KeyObject {
  return createSecretKey(createHmac('sha256', tenantKey).update(salt).digest())
}

function derive(key: Buffer, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32)))
}

/** Random bytes drawn in blocks: one system call serves hundreds of nonces. */
function randomPool(): (bytes: number) => Buffer {
  let pool = Buffer.alloc(0)
  let at = 0
  return (bytes) => {
    if (at + bytes > pool.length) {
      pool = randomFillSync(Buffer.allocUnsafe(POOL_BYTES))
      at = 0
    }
    at += bytes
    return Buffer.from(pool.subarray(at - bytes, at))
  }
}
