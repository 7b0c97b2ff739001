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

export const MOST_PORT = 65_535
export const MOST_DEMO_PEOPLE = 10_000_000

export function readSettings(env: NodeJS.ProcessEnv, root: string): Settings {
  return {
    port: numberOf(env.PORT, 4600, MOST_PORT),
    host: env.HOST ?? '127.0.0.1',
    folder: resolve(env.ANPEI_DATA ?? `${root}/.anpei`),
    databaseUrl: env.DATABASE_URL || undefined,
    keys: env.ANPEI_KEYS || undefined,
    demo: env.ANPEI_DEMO !== 'off',
    demoPeople: numberOf(env.ANPEI_DEMO_PEOPLE, 215_864, MOST_DEMO_PEOPLE),
    secureCookies: env.ANPEI_SECURE_COOKIES === 'on',
    scanner: env.ANPEI_SCANNER || undefined,
    bank:
      env.ANPEI_BANK && env.ANPEI_BANK_KEY
        ? { address: env.ANPEI_BANK, keyId: env.ANPEI_BANK_KEY_ID ?? '1', key: env.ANPEI_BANK_KEY }
        : undefined,
  }
}

/** What is no whole number from 0 to `most` stays NaN, which ends the start with a sentence. */
function numberOf(given: string | undefined, usual: number, most: number): number {
  if (!given) return usual
  return /^\d+$/.test(given) && Number(given) <= most ? Number(given) : Number.NaN
}
