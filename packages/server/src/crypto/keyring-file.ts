/**
 * The key ring as a file only its owner may read (0600), or from the environment in production (`ANPEI_KEYS`, same
 * JSON).
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { newKeyRing, type KeyRing } from './keyring.ts'

/** For whoever starts on a ring whose look-up key is being turned. */
export const TURN_SENTENCE =
  '查找密钥正在轮换而没有完成：请运行 npm run rotate-keys -- --lookup 接着完成，再启动。 [The look-up key is being' +
  ' turned and the turn has not ended: run npm run rotate-keys -- --lookup to finish it, then start again.]'

type RingJson = {
  current: number
  keys: Record<string, string>
  indexKey: string
  laterIndexKeys?: string[]
  nextIndexKey?: string
  retiredAt?: Record<string, string>
}

export function ringToJson(ring: KeyRing): string {
  const keys = Object.fromEntries([...ring.keys].map(([version, key]) => [version, key.toString('base64')]))
  const json: RingJson = { current: ring.current, keys, indexKey: ring.indexKey.toString('base64') }
  if (ring.laterIndexKeys) json.laterIndexKeys = ring.laterIndexKeys.map((key) => key.toString('base64'))
  if (ring.nextIndexKey) json.nextIndexKey = ring.nextIndexKey.toString('base64')
  if (ring.retiredAt) json.retiredAt = Object.fromEntries(ring.retiredAt)
  return JSON.stringify(json, null, 2)
}

export function ringFromJson(text: string): KeyRing {
  const json: RingJson = JSON.parse(text)
  const keys = new Map(Object.entries(json.keys).map(([version, key]) => [Number(version), Buffer.from(key, 'base64')]))
  const ring: KeyRing = {
    current: json.current,
    keys,
    indexKey: bytes(json.indexKey),
    ...(json.laterIndexKeys ? { laterIndexKeys: json.laterIndexKeys.map(bytes) } : {}),
    ...(json.nextIndexKey ? { nextIndexKey: bytes(json.nextIndexKey) } : {}),
  }
  const retired = Object.entries(json.retiredAt ?? {}).map(([version, at]) => [Number(version), at] as const)
  return json.retiredAt ? { ...ring, retiredAt: new Map(retired) } : ring
}

function bytes(base64: string): Buffer {
  return Buffer.from(base64, 'base64')
}

/** Reads the ring, or makes and stores a first one when there is none. */
export function loadKeyRing(path: string, environment: string | undefined): KeyRing {
  if (environment) return ringFromJson(environment)
  if (existsSync(path)) return ringFromJson(readFileSync(path, 'utf8'))
  const ring = newKeyRing()
  storeKeyRing(path, ring)
  return ring
}

/** Written beside and renamed, so that a crash leaves the old ring or the new one, never half of one. */
export function storeKeyRing(path: string, ring: KeyRing): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, ringToJson(ring), { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
}
