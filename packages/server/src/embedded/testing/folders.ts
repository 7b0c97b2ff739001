import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { throwawayFolder } from '../../testing/throwaway.ts'
import { readPostmasterFile } from '../postmaster.ts'

/** A fresh folder, removed by `clean()`. */
export function testFolder(): { path: string; clean(): void } {
  const path = throwawayFolder('anpei-embedded-')
  return { path, clean: () => rmSync(path, { recursive: true, force: true }) }
}

export async function ask<Row extends pg.QueryResultRow>(url: string | undefined, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

export function serverPid(folder: string): number {
  const file = readPostmasterFile(join(folder, 'pgdata'))
  if (!file) throw new Error(`no server runs in ${folder}`)
  return file.pid
}
