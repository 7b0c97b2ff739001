/**
 * CUS-08: the key ring may turn while servers run. A keeper looks into the ring's file every second, and at once when
 * it meets a value sealed with a key it does not know; so a process that has not noticed yet can still read everything.
 */
import { readFileSync } from 'node:fs'
import { loadKeyRing, ringFromJson } from './keyring-file.ts'
import { openVault, type KeyRing, type Vault } from './keyring.ts'

export type RingKeeper = {
  /** The ring as last seen, at most a second old. */
  ring(): KeyRing
  /** Looks now. */
  reread(): KeyRing
}

const LOOK_EVERY_MS = 1000

export function fixedRing(ring: KeyRing): RingKeeper {
  return { ring: () => ring, reread: () => ring }
}

/** The ring of a file (made when there is none), or of the environment, which stands for the life of the process. */
export function watchKeyRing(path: string, environment: string | undefined): RingKeeper {
  let ring = loadKeyRing(path, environment)
  if (environment) return fixedRing(ring)
  let text = readFileSync(path, 'utf8')
  let seenAt = performance.now()
  const reread = () => {
    seenAt = performance.now()
    const fresh = readOrNothing(path)
    if (fresh !== null && fresh !== text) {
      ring = ringFromJson(fresh)
      text = fresh
    }
    return ring
  }
  return { ring: () => (performance.now() - seenAt < LOOK_EVERY_MS ? ring : reread()), reread }
}

/** A file that cannot be read for a moment must not stop those who hold its keys. */
function readOrNothing(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** A vault that turns with its ring. */
export function openTurningVault(keeper: RingKeeper, tenantId: number): Vault {
  let ring = keeper.ring()
  let vault = openVault(ring, tenantId)
  const turn = (next: KeyRing): Vault => {
    if (next !== ring) {
      vault = openVault(next, tenantId)
      ring = next
    }
    return vault
  }
  const now = () => turn(keeper.ring())
  const forSealed = (sealed: Buffer) => (ring.keys.has(sealed[0] ?? 0) ? vault : turn(keeper.reread()))
  return {
    get currentVersion() {
      return now().currentVersion
    },
    newSalt: () => vault.newSalt(),
    seal: (salt, plain) => now().seal(salt, plain),
    open: (salt, sealed) => forSealed(sealed).open(salt, sealed),
    openText: (salt, sealed) => forSealed(sealed).openText(salt, sealed),
    versionOf: (sealed) => vault.versionOf(sealed),
    lookupHash: (purpose, value) => now().lookupHash(purpose, value),
  }
}
