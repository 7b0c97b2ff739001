/**
 * The address of the embedded database that a running Anpei holds on a folder, for the command-line doors beside it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepSecrets } from './cluster.ts'
import { isAlive } from './lock.ts'
import { findPlace } from './place.ts'
import { isPostgresOf, readPostmasterFile } from './postmaster.ts'

/** null = no PostgreSQL runs on this folder. */
export function runningUrl(folder: string): string | null {
  const place = findPlace(folder, () => undefined)
  const file = readPostmasterFile(place.pgdata)
  if (!file || !isAlive(file.pid) || !isPostgresOf(file.pid, place.pgdata)) return null
  const port = Number(readFileSync(join(place.pgdata, 'postmaster.pid'), 'utf8').split('\n')[3])
  return port > 0 ? `postgres://anpei:${keepSecrets(place).owner}@127.0.0.1:${port}/anpei` : null
}
