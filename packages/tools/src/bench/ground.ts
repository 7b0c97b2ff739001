/**
 * The ground of a bench run: a lasting PostgreSQL (fsync on) over a folder of its own, migrated, with the organisation
 * and programmes of the demo, and a key ring where the server looks for it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadKeyRing, openVault, type KeyRing, type Vault } from '@anpei/server/crypto'
import { seedSharing } from '@anpei/server/customers'
import { asOwner, migrate, openPool, type Pool } from '@anpei/server/db'
import { startEmbedded, type Embedded } from '@anpei/server/embedded'
import { readOrganisation, seedTenantPeople, seedTenants } from '@anpei/server/identity'
import { systemClock } from '@anpei/server/kernel'
import { seedProgrammes } from '@anpei/server/programme'
import pg from 'pg'

export const TENANT = 1

export type Ground = {
  readonly folder: string
  readonly ownerUrl: string
  readonly adminUrl: string
  readonly ring: KeyRing
  readonly vault: Vault
  readonly pool: Pool
  /** Runs as the superuser: for the bare limits and the filler. */
  asAdmin<R>(work: (ask: Ask) => Promise<R>): Promise<R>
  close(): Promise<void>
}
export type Ask = <Row extends object = Record<string, unknown>>(
  text: string,
  values?: readonly unknown[],
) => Promise<Row[]>

/** `kept`: a folder that stays and is used again; else a throwaway one. `watched`: its statements can be counted. */
export async function openGround(
  kept: string | undefined,
  watched: boolean,
  log: (line: string) => void,
): Promise<Ground> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'anpei-bench-'))
  if (watched) await startOnceWatched(folder, log)
  const embedded = await startEmbedded({ folder, log })
  try {
    return await groundOver(embedded, folder, kept === undefined)
  } catch (fault) {
    await embedded.stop()
    throw fault
  }
}

/** The library that counts is loaded when the database starts: it is told so, and starts again. */
async function startOnceWatched(folder: string, log: (line: string) => void): Promise<void> {
  const embedded = await startEmbedded({ folder, log })
  try {
    await withAdmin(embedded.adminUrl, async (ask) => {
      await ask(`alter system set shared_preload_libraries = 'pg_stat_statements'`)
      await ask(`alter system set pg_stat_statements.track = 'top'`)
      await ask(`alter system set pg_stat_statements.track_planning = on`)
    })
    await withAdmin(embedded.adminUrl.replace(/\/postgres$/, '/anpei'), (ask) =>
      ask('create extension if not exists pg_stat_statements'),
    )
  } finally {
    await embedded.stop()
  }
}

async function groundOver(embedded: Embedded, folder: string, throwaway: boolean): Promise<Ground> {
  const { ownerUrl } = embedded
  const adminUrl = embedded.adminUrl.replace(/\/postgres$/, '/anpei')
  await migrate(ownerUrl)
  await asOwner(ownerUrl, seedTenants)
  const ring = loadKeyRing(`${folder}/keys.json`, undefined)
  const pool = openPool(ownerUrl, 4)
  const vault = openVault(ring, TENANT)
  const now = systemClock.now()
  for (const { id } of readOrganisation().tenants) {
    await pool.withTenant(id, async ({ db }) => {
      await seedTenantPeople(db, id, openVault(ring, id), now)
      await seedSharing(db, id, now)
    })
  }
  await pool.withTenant(TENANT, ({ db }) => seedProgrammes(db, TENANT, now))
  return {
    folder,
    ownerUrl,
    adminUrl,
    ring,
    vault,
    pool,
    asAdmin: (work) => withAdmin(adminUrl, work),
    async close() {
      await pool.close()
      await embedded.stop()
      if (throwaway) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function withAdmin<R>(url: string, work: (ask: Ask) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(async <Row extends object>(text: string, values: readonly unknown[] = []) => {
      // Several statements in one text go without values.
      const answer = values.length === 0 ? await client.query<Row>(text) : await client.query<Row>(text, [...values])
      return answer.rows ?? []
    })
  } finally {
    await client.end()
  }
}
