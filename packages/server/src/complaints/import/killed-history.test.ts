import { getHistoryImport, listHistoryMappings, rehearseHistoryImport } from '@anpei/contract/complaints'
import { runHistoryImport, startHistoryImport } from '@anpei/contract/complaints'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { arrange, openWorld, type World } from '../../testing/index.ts'
import { startProduct, type Product } from '../../testing/product.ts'
import { HEADINGS } from './history.fixture.ts'

const GATE = 5_005_043

describe('CMP-13, OPS-05 the server is killed (kill -9) while it reads past complaints', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anpei-killed-history-'))
  const running: Product[] = []
  let world: World
  let gate: pg.Client
  const product = async () => {
    const one = await startProduct({ url: world.url, ring: inject('ring'), folder, works: true })
    running.push(one)
    return one.as('complainthead')
  }
  beforeAll(async () => {
    world = await openWorld()
    gate = new pg.Client({ connectionString: world.url })
    await gate.connect()
    await gate.query(`create function hang() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock(${GATE}); return null; end $$`)
    await gate.query(`create trigger hang after insert on complaint_history for each statement execute function hang()`)
  })
  afterAll(async () => {
    for (const one of running) await one.kill()
    await gate.end()
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('the next server reads it from the beginning, and every row is there once', async () => {
    const head = await product()
    const { institutions } = await head(listHistoryMappings, {})
    const rows = Array.from({ length: 1500 }, (_, i) => `K-${i},2024-01-05,2024-01-15,,,,,,`)
    const files = [{ field: 'table', file: new Blob([[HEADINGS, ...rows].join('\n')]), name: '旧.csv' }]
    const body = { institutionId: institutions[0]?.id ?? '', series: '旧系统' }
    const { id, mapping } = await head(startHistoryImport, { body }, { files })
    const params = { importId: id }
    await head(rehearseHistoryImport, { params, body: { mapping } })
    const stateBy = (caller: typeof head) => async () => (await caller(getHistoryImport, { params })).state
    await expect.poll(stateBy(head), { timeout: 30_000 }).toBe('rehearsed')
    await gate.query('select pg_advisory_lock($1)', [GATE])
    await head(runHistoryImport, { params })
    const waiting = `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`
    await expect.poll(async () => (await arrange(world, waiting))[0]?.['n'], { timeout: 30_000 }).toBe(1)
    await running[0]?.kill()
    const again = await product()
    await gate.query('select pg_advisory_unlock($1)', [GATE])
    await expect.poll(stateBy(again), { timeout: 60_000 }).toBe('done')
    const kept = `select count(*)::int as n, count(distinct external_no)::int as numbers from complaint_history`
    expect(await arrange(world, kept)).toEqual([{ n: 1500, numbers: 1500 }])
  }, 120_000)
})
