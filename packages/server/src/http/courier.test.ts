import { systemActor } from '@anpei/domain/kernel'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { openWorld, type World } from '../testing/index.ts'
import { deliverNow, type Errands } from './courier.ts'
import { systemWrite } from './frame.ts'

const TASK = 'claims.plan_tasks'

describe('OPS-03 the outbox of events', () => {
  let world: World
  const self = systemActor(1, 'test')
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const happen = (subjectId: string) =>
    systemWrite(world.app, self, async (tx) => {
      tx.record({ name: 'claim.classified', subject: { kind: 'claim', id: subjectId } })
    })
  const waiting = async () =>
    (
      await world.app.pool.withTenant(1, ({ db }) =>
        db.selectFrom('event_waiting').select('event_id').where('tenant_id', '=', 1).execute(),
      )
    ).length
  const queued = async () => {
    const client = new pg.Client({ connectionString: world.url })
    await client.connect()
    const { rows } = await client.query<{ n: number }>(
      'select count(*)::int as n from graphile_worker.jobs where task_identifier = $1',
      [TASK],
    )
    await client.end()
    return rows[0]?.n
  }

  it('two couriers at once deliver every event once', async () => {
    const subjects = Array.from({ length: 70 }, () => newId())
    await Promise.all(subjects.map(happen))
    expect(await waiting()).toBe(70)
    const seen: string[] = []
    const errands: Errands = new Map([[TASK, async (_tx, event) => void seen.push(event.subjectId)]])
    await Promise.all([deliverNow(world.app, errands), deliverNow(world.app, errands)])
    expect(seen.sort()).toEqual(subjects.sort())
    expect(await waiting()).toBe(0)
  })

  it('an errand that fails undoes its batch and makes a job of each event, so that nothing is lost', async () => {
    const [good, bad] = [newId(), newId()]
    await happen(good)
    await happen(bad)
    const errands: Errands = new Map([
      [
        TASK,
        async (tx, event) => {
          if (event.subjectId === bad) throw new Error('no')
          tx.record({ name: 'test.done', subject: { kind: 'claim', id: event.subjectId } })
        },
      ],
    ])
    expect(await deliverNow(world.app, errands)).toBe(2)
    expect([await waiting(), await queued()]).toEqual([0, 2])
    const done = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('event').select('id').where('name', '=', 'test.done').execute(),
    )
    expect(done).toEqual([])
    await world.runJobs()
    expect(await queued()).toBe(0)
  })

  it('what is rolled back waits for nobody', async () => {
    await expect(
      systemWrite(world.app, self, async (tx) => {
        tx.record({ name: 'claim.classified', subject: { kind: 'claim', id: newId() } })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await waiting()).toBe(0)
  })

  it('a task that is no errand becomes a job', async () => {
    await happen(newId())
    await deliverNow(world.app, new Map())
    expect(await queued()).toBe(1)
  })
})
