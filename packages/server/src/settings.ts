/** What can be set from outside: a few environment variables, each with a default that works on a fresh machine. */
import { resolve } from 'node:path'

export type Settings = {
  readonly port: number
  readonly host: string
  /** Data folder: database, files, keys, audit heads. */
  readonly folder: string
  /** An existing PostgreSQL instead of the embedded one. */
  readonly databaseUrl: string | undefined
  readonly keys: string | undefined
  /** Load the demo when the database is empty; off in production. */
  readonly demo: boolean
  /** How many people the demo's roster holds. */
  readonly demoPeople: number
  readonly secureCookies: boolean
  /** Virus scanner: `tcp://host:3310` (clamd) or a program; empty = files are recorded as not scanned. */
  readonly scanner: string | undefined
  /** The bank's transfers at once: where, and the key both sign with; the demo has a stand-in instead. */
  readonly bank: { readonly address: string; readonly keyId: string; readonly key: string } | undefined
}

export function readSettings(env: NodeJS.ProcessEnv, root: string): Settings {
  const port = Number(env.PORT ?? 4600)
  return {
    port: Number.isInteger(port) && port >= 0 && port < 65_536 ? port : 4600,
    host: env.HOST ?? '127.0.0.1',
    folder: resolve(env.ANPEI_DATA ?? `${root}/.anpei`),
    databaseUrl: env.DATABASE_URL || undefined,
    keys: env.ANPEI_KEYS || undefined,
    demo: env.ANPEI_DEMO !== 'off',
    demoPeople: Number(env.ANPEI_DEMO_PEOPLE ?? 215_864),
    secureCookies: env.ANPEI_SECURE_COOKIES === 'on',
    scanner: env.ANPEI_SCANNER || undefined,
    bank:
      env.ANPEI_BANK && env.ANPEI_BANK_KEY
        ? { address: env.ANPEI_BANK, keyId: env.ANPEI_BANK_KEY_ID ?? '1', key: env.ANPEI_BANK_KEY }
        : undefined,
  }
}
