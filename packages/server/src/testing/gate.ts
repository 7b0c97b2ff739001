/** A gate in the database: sessions of a server hang there, in mid-transaction, until a test lets them go. */
import pg from 'pg'
import { expect, inject } from 'vitest'
import { arrange } from './cases.ts'
import { startProduct, type Product } from './product.ts'
import type { World } from './world.ts'

/** Each world has a database of its own. */
export const GATE = 5_005_000
const WAITING = `locktype = 'advisory' and not granted
  and database = (select oid from pg_database where datname = current_database())`

export type Gate = {
  query(text: string, values?: readonly unknown[]): Promise<unknown>
  shut(): Promise<void>
  open(): Promise<void>
  /** Returns when a session waits there. */
  somebodyWaits(): Promise<void>
  end(): Promise<void>
}

/** Where sessions hang is said by triggers that call `hang()`. */
export async function gateIn(world: World): Promise<Gate> {
  const client = new pg.Client({ connectionString: world.url })
  await client.connect()
  await client.query(`create function hang() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock(${GATE}); return new; end $$`)
  return {
    query: (text, values = []) => client.query(text, [...values]),
    shut: async () => {
      await client.query('select pg_advisory_lock($1)', [GATE])
    },
    open: async () => {
      await client.query('select pg_advisory_unlock($1)', [GATE])
    },
    somebodyWaits: async () => {
      const count = async () => (await arrange(world, `select count(*)::int as n from pg_locks where ${WAITING}`))[0]?.n
      await expect.poll(count, { timeout: 30_000 }).toBe(1)
    },
    end: () => client.end(),
  }
}

export type Products = {
  start(): Promise<Product>
  /** Kills those that still run. */
  end(): Promise<void>
}

/** Servers over the database and files of a world, to be killed. `works`: they do jobs too. */
export function productsOver(world: World, works: boolean): Products {
  const running: Product[] = []
  return {
    async start() {
      const one = await startProduct({ url: world.url, ring: inject('ring'), folder: world.app.folder, works })
      running.push(one)
      return one
    },
    async end() {
      for (const one of running) await one.kill()
    },
  }
}
