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

  it('goes forward with what the queue keeps waiting, calls the night once, and is remembered', async () => {
    const client = new pg.Client({ connectionString: world.url })
    await client.connect()
    await client.query(
      `select graphile_worker.add_job('tomorrow', '{"tenantId":1}'::json, run_at := now() + interval '25 hours')`,
    )
    const clock = demoClock(folder)
    let nights = 0
    const atNight = () => {
      nights += 1
    }
    for (let hours = 0; hours < 24; hours += 4) await passHours(clock, world.url, 4, atNight)
    expect(nights).toBe(1)
    const { rows } = await client.query<{ left: string }>(
      `select extract(epoch from run_at - now()) as left from graphile_worker.jobs where task_identifier = 'tomorrow'`,
    )
    await client.end()
    expect(Math.abs(Number(rows[0]?.left) - 3600)).toBeLessThan(60)
    const ahead = Date.parse(demoClock(folder).now()) - Date.now()
    expect(Math.abs(ahead - 24 * HOUR_MS)).toBeLessThan(1000)
  })
})
