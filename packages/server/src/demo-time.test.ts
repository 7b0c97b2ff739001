import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoClock, passHours } from './demo-time.ts'
import { openWorld, type World } from './testing/index.ts'

const HOUR_MS = 3_600_000

describe('CLK-04 the time of the demo', () => {
  let world: World
  const folder = mkdtempSync(join(tmpdir(), 'anpei-time-'))
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(async () => {
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('goes forward with what the queue keeps waiting, stops at each hour and one night, is remembered', async () => {
    const client = new pg.Client({ connectionString: world.url })
    await client.connect()
    await client.query(
      `select graphile_worker.add_job('tomorrow', '{"tenantId":1}'::json, run_at := now() + interval '25 hours')`,
    )
    const clock = demoClock(folder)
    const seen: string[] = []
    const note = (what: string) => () => {
      seen.push(what)
      return Promise.resolve()
    }
    const work = { before: note('before'), night: note('night'), after: note('after') }
    for (let hours = 0; hours < 24; hours += 4) await passHours(clock, world.url, 4, work)
    expect(seen.filter((what) => what === 'after')).toHaveLength(24)
    expect(seen.filter((what) => what === 'night')).toHaveLength(1)
    expect(seen[0]).toBe('before')
    const { rows } = await client.query<{ left: string }>(
      `select extract(epoch from run_at - now()) as left from graphile_worker.jobs where task_identifier = 'tomorrow'`,
    )
    await client.end()
    expect(Math.abs(Number(rows[0]?.left) - 3600)).toBeLessThan(60)
    const ahead = Date.parse(demoClock(folder).now()) - Date.now()
    expect(Math.abs(ahead - 24 * HOUR_MS)).toBeLessThan(1000)
  })
})
