import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadKeyRing, ringFromJson, ringToJson, storeKeyRing } from './keyring-file.ts'
import { newKeyRing, openVault, rotated } from './keyring.ts'
import { hashPassword, verifyPassword } from './password.ts'

const NOW = '2026-11-23T01:00:00.000Z'

describe('CUS-08 values sealed per person', () => {
  const ring = newKeyRing()
  const vault = openVault(ring, 1)
  const text = '{"idNumber":"440524194001150018","地址":"潮南区"}'

  it('opens with the person’s salt and with nothing else', () => {
    const salt = vault.newSalt()
    const sealed = vault.seal(salt, text)
    expect(vault.openText(salt, sealed)).toBe(text)
    expect(sealed.includes('440524194001150018')).toBe(false)
    expect(() => vault.open(vault.newSalt(), sealed)).toThrow()
    expect(() => openVault(ring, 2).open(salt, sealed)).toThrow()
    expect(() => openVault(newKeyRing(), 1).open(salt, sealed)).toThrow()
  })

  it('never seals the same way twice, and notices every changed byte', () => {
    const salt = vault.newSalt()
    const sealed = vault.seal(salt, Buffer.from(text))
    const many = new Set(Array.from({ length: 2000 }, () => vault.seal(salt, 'x').toString('hex')))
    expect(many.size).toBe(2000)
    for (let at = 1; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => vault.open(salt, changed)).toThrow()
    }
    expect(() => vault.open(salt, sealed.subarray(0, 20))).toThrow()
  })

  it('after a rotation reads the old, seals with the new, and finds as before', () => {
    const salt = vault.newSalt()
    const old = vault.seal(salt, text)
    const turned = openVault(rotated(rotated(ring, NOW), NOW), 1)
    expect(turned.openText(salt, old)).toBe(text)
    const fresh = turned.seal(salt, text)
    expect([vault.versionOf(old), turned.versionOf(fresh), turned.currentVersion]).toEqual([1, 3, 3])
    expect(() => vault.open(salt, fresh)).toThrow('version 3 is missing')
    expect(turned.lookupHash('id_number', 'x')).toEqual(vault.lookupHash('id_number', 'x'))
  })

  it('keeps the hashes of fields and tenants apart', () => {
    const hashes = [
      vault.lookupHash('id_number', '13800000001'),
      vault.lookupHash('phone', '13800000001'),
      vault.lookupHash('phone', '13800000002'),
      openVault(ring, 2).lookupHash('phone', '13800000001'),
      openVault(newKeyRing(), 1).lookupHash('phone', '13800000001'),
    ]
    expect(new Set(hashes.map((hash) => hash.toString('hex'))).size).toBe(5)
    expect(vault.lookupHash('phone', '13800000001')).toEqual(hashes[1])
  })

  it('is full after 255 versions and says so; a ring without its current key does not open', () => {
    let full = ring
    while (full.current < 255) full = rotated(full, NOW)
    expect(() => rotated(full, NOW)).toThrow('full')
    expect(() => openVault({ ...ring, current: 9 }, 1)).toThrow('version 9 is missing')
  })

  it('is kept in a file only its owner reads, written whole, and the environment comes first', () => {
    const folder = mkdtempSync(join(tmpdir(), 'anpei-keys-'))
    try {
      const path = join(folder, 'below', 'keys.json')
      const made = loadKeyRing(path, undefined)
      expect(statSync(path).mode & 0o777).toBe(0o600)
      expect(loadKeyRing(path, undefined)).toEqual(made)
      writeFileSync(`${path}.new`, '{"half":')
      expect(loadKeyRing(path, undefined)).toEqual(made)
      storeKeyRing(path, rotated(made, NOW))
      expect(loadKeyRing(path, undefined).current).toBe(2)
      expect(loadKeyRing(path, ringToJson(ring))).toEqual(ring)
      expect(ringFromJson(ringToJson(made))).toEqual(made)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('ORG-04 passwords', () => {
  it('verify only as they were set, and are salted', async () => {
    const [one, two] = await Promise.all([hashPassword('长密码 Anpei-2026'), hashPassword('长密码 Anpei-2026')])
    expect(one).not.toBe(two)
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verifyPassword(one, '长密码 Anpei-2026')).toBe(true)
    expect(await verifyPassword(one, '长密码 Anpei-2027')).toBe(false)
    expect(await verifyPassword('plain', 'plain')).toBe(false)
  })
})
