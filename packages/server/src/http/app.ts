/** What the processes share: made once at start, handed down, never global. */
import type { Actor } from '@anpei/domain/kernel'
import { fixedRing, openTurningVault, type KeyRing, type RingKeeper, type Vault } from '../crypto/index.ts'
import { openNumbers, type Numbers, type Pool } from '../db/index.ts'
import { openLookBook, type LookBook } from '../events/index.ts'
import type { FileScan, FileStore } from '../files/index.ts'
import type { Clock } from '../kernel/index.ts'
import { openBell, type Bell } from './bell.ts'
import type { RefusalTexts } from './problems.ts'

export type App = {
  readonly pool: Pool
  readonly clock: Clock
  readonly files: FileStore
  /** Looks for viruses; says that nothing was scanned where no scanner is set up. */
  readonly scanFile: FileScan
  readonly looks: LookBook
  readonly numbers: Numbers
  vault(tenantId: number): Vault
  /** Looks now whether the key ring has turned, and does not wait for the next look. */
  lookAtKeys(): void
  /** Event name → tasks it wakes. It waits in the outbox until the courier has done them or made jobs of them. */
  readonly subscriptions: ReadonlyMap<string, readonly string[]>
  /** Rings when an event has begun to wait. */
  readonly bell: Bell
  /** Who a request comes from; the identity row knows. */
  readonly authenticate: Authenticate
  readonly refusalTexts: RefusalTexts
  /** What an event says on a timeline; each row words its own. */
  readonly eventNames: readonly string[]
  readonly eventTitle: (name: string, facts: Readonly<Record<string, unknown>>) => string
  readonly secureCookies: boolean
  /** The demo shows its accounts and the texts of its stand-ins. */
  readonly demo: boolean
  /** Only in the demo: lets hours pass, with all that falls due in them. */
  readonly passHours?: ((hours: number) => Promise<void>) | undefined
  readonly folder: string
}

export type Credentials = {
  readonly sessionToken: string | undefined
  readonly apiKey: string | undefined
  readonly source: string
}
export type Authenticate = (app: App, credentials: Credentials) => Promise<Actor>

export type AppParts = Omit<App, 'looks' | 'numbers' | 'vault' | 'lookAtKeys' | 'bell'> & {
  readonly ring: KeyRing | RingKeeper
}

export function makeApp(parts: AppParts): App {
  const vaults = new Map<number, Vault>()
  const { ring, ...rest } = parts
  const keeper = 'keys' in ring ? fixedRing(ring) : ring
  return {
    ...rest,
    looks: openLookBook(parts.pool),
    numbers: openNumbers(),
    lookAtKeys: () => void keeper.reread(),
    bell: openBell(),
    vault(tenantId) {
      let vault = vaults.get(tenantId)
      if (!vault) vaults.set(tenantId, (vault = openTurningVault(keeper, tenantId)))
      return vault
    },
  }
}
