import { cancelHistoryImport, getHistoryImport, runHistoryImport } from '@anpei/contract/complaints'
import { historyRefusals } from '@anpei/domain/complaints'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { HEADINGS, rehearsed } from './history.fixture.ts'

const GATE = 5_005_042

describe('OPS-05 an import of past complaints is given up', () => {
  let world: World
  let head: Caller
  let gate: pg.Client
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('complainthead')
    gate = new pg.Client({ connectionString: world.url })
    await gate.connect()
    await gate.query(`create function hang() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock(${GATE}); return null; end $$`)
    await gate.query(`create trigger hang after insert on complaint_history for each statement execute function hang()`)
  })
  afterAll(async () => {
    await gate.end()
    await world.close()
  })

  it('in the middle of the reading: nothing of it stays, and it is not given up twice', async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => `C-${i},2024-01-05,2024-01-15,,,,,,`)
    const { id } = await rehearsed(world, head, [HEADINGS, ...rows].join('\n'))
    const params = { importId: id }
    await gate.query('select pg_advisory_lock($1)', [GATE])
    await head(runHistoryImport, { params })
    const reading = world.runJobs()
    const waiting = `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`
    await expect.poll(async () => (await arrange(world, waiting))[0]?.['n'], { timeout: 10_000 }).toBe(1)
    expect(await head(cancelHistoryImport, { params })).toMatchObject({ state: 'cancelled', can: [] })
    await gate.query('select pg_advisory_unlock($1)', [GATE])
    await reading
    expect(await arrange(world, 'select count(*)::int as n from complaint_history')).toEqual([{ n: 0 }])
    expect(await head(getHistoryImport, { params })).toMatchObject({
      state: 'cancelled',
      task: { state: 'failed', fault: historyRefusals['complaint.history_cancelled'].zh },
    })
    await expectRefusal(head(cancelHistoryImport, { params }), 'lifecycle.not_possible')
  })
})
