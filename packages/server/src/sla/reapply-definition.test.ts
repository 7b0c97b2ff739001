import { viewDefinition } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, opened, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { announceDue } from './announce-due.ts'
import { published } from './definitions.fixture.ts'
import { reapplyDefinition } from './reapply-definition.ts'
import { recomputeAll } from './recompute.ts'
import type { CaseDirectory, CaseKeepers } from './subjects.ts'

const HOUR_MS = 3_600_000
const AGAIN = `select graphile_worker.add_job('sla.reapply_definition',
  json_build_object('tenantId', 1, 'changeId', $1::text))`
const CASES = 1100
/** Cases of a kind of their own with a complete file since Friday morning: due on Wednesday. */
const COMPLETED = `insert into event (tenant_id, id, name, subject_kind, subject_id, actor_kind, source, at, facts)
  select 1, gen_random_uuid(), 'claim.file_completed', 'trial',
    ('c0000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'system', 'trial', '2026-11-20T02:00:00Z', '{}'
  from generate_series(1, ${CASES}) i`
const SEED = `insert into clock (tenant_id, subject_kind, subject_id, clock_id, state, started_at, provisional,
    explanation)
  select 1, 'trial', ('c0000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'T15', 'running', now(), false, ''
  from generate_series(1, ${CASES}) i`

describe('CLK-01 SLA §2 rule 18: a published version is re-applied to what runs', () => {
  let world: World
  let pair: readonly [Caller, Caller]
  const service = () => world.as('service1')
  const T19 = (claimId: string) =>
    arrange(world, `select def_version, instance_no, due_at from clock where subject_id = $1 and clock_id = 'T19'`, [
      claimId,
    ])
  const progress = async (clockId: string) =>
    (await pair[0](viewDefinition, { params: { clockId } })).versions[0]?.progress
  beforeAll(async () => {
    world = await openWorld()
    pair = [await world.as('head'), await world.as('pm')]
  })
  afterAll(() => world.close())

  it('every running case goes over to it, once, and its progress is seen', async () => {
    const claims = [await opened(await service(), testPeople.wu), await opened(await service(), testPeople.chen)]
    world.clock.forward(HOUR_MS)
    const version = await published(world, pair, 'T19', { budget: 2 }, { reapply: true })
    expect(version.progress).toEqual({ done: 0, total: null, finished: false })
    await world.runJobs()
    expect(await progress('T19')).toEqual({ done: 2, total: 2, finished: true })
    for (const claimId of claims) {
      expect(await T19(claimId)).toEqual([
        { def_version: 2, instance_no: 1, due_at: new Date('2026-11-25T16:00:00.000Z') },
      ])
    }
    const before = await arrange(world, 'select * from clock order by subject_id, clock_id, instance_no')
    await arrange(world, `update clock_definition set applied_at = null`)
    await arrange(world, AGAIN, [version.id])
    await world.runJobs()
    expect(await arrange(world, 'select * from clock order by subject_id, clock_id, instance_no')).toEqual(before)
    expect(await progress('T19')).toEqual({ done: 2, total: 2, finished: true })
  }, 30_000)

  it('a new case begins under it', async () => {
    const claimId = await opened(await service(), testPeople.lin)
    expect(await T19(claimId)).toMatchObject([{ def_version: 2, due_at: new Date('2026-11-25T16:00:00.000Z') }])
  })

  it('without the wish to, nothing that runs is touched', async () => {
    world.clock.forward(HOUR_MS)
    const before = await arrange(world, 'select * from clock order by subject_id, clock_id, instance_no')
    await published(world, pair, 'T19', { budget: 1 })
    await world.runJobs()
    expect(await arrange(world, 'select * from clock order by subject_id, clock_id, instance_no')).toEqual(before)
    expect(await progress('T19')).toBeNull()
  })
})

describe('CLK-01 OPS-03 killed half-way through a re-application', () => {
  let world: World
  const stand = () =>
    arrange(
      world,
      `select subject_id, def_version, due_at, explanation, thresholds, next_at from clock
        where subject_kind = 'trial' order by subject_id`,
    )
  beforeAll(async () => {
    world = await openWorld()
    await arrange(world, COMPLETED)
    await arrange(world, SEED)
    await recomputeAll(world.app, 1)
  })
  afterAll(() => world.close())

  it('the batches that were done stay, the next run does the rest, and nobody is told twice', async () => {
    const [user] = await arrange(world, `select id from staff_user where login = 'assessor1'`)
    const known = { no: 'K1', personId: null, handlerId: String(user?.['id']), institutionId: null }
    const directory: CaseDirectory = new Map([['trial', async (_tx, ids) => new Map(ids.map((id) => [id, known]))]])
    let batches = 0
    const keepers = (mostBatches: number): CaseKeepers => {
      batches = 0
      const lock = async () => {
        if (++batches > mostBatches) throw new Error('killed')
      }
      return new Map([['trial', { lock, settle: async () => undefined }]])
    }
    const announced = `select percent, count(*)::int as n from clock_announcement group by percent order by percent`
    await announceDue(world.app, 1, directory)
    const pair = [await world.as('head'), await world.as('pm')] as const
    const { id } = await published(world, pair, 'T15', { budget: 2 }, { reapply: true })
    const run = (most: number) => reapplyDefinition(world.app, directory, keepers(most), { tenantId: 1, changeId: id })
    await expect(run(1)).rejects.toThrow('killed')
    const half = await stand()
    expect(new Set(half.map((row) => row['def_version']))).toEqual(new Set([1, 2]))
    await run(100)
    const whole = await stand()
    expect(whole.every((row) => row['def_version'] === 2)).toBe(true)
    expect(new Set(whole.map((row) => Number(row['due_at'])))).toEqual(new Set([Date.parse('2026-11-24T16:00:00Z')]))
    await run(100)
    expect(await stand()).toEqual(whole)
    const told = await arrange(
      world,
      `select count(*)::int as n, count(distinct subject_id)::int as cases from clock_alarm where cause = 'definition'`,
    )
    expect(told).toEqual([{ n: CASES, cases: CASES }])
    await announceDue(world.app, 1, directory)
    world.clock.set('2026-11-24T20:00:00.000Z')
    await announceDue(world.app, 1, directory)
    await announceDue(world.app, 1, directory)
    for (const row of await arrange(world, announced)) expect(row['n']).toBe(CASES)
    const [twice] = await arrange(
      world,
      `select count(*)::int as n from (select 1 from clock_alarm where cause = 'threshold'
        group by subject_id, user_id, percent having count(*) > 1) s`,
    )
    expect(twice).toEqual({ n: 0 })
  }, 60_000)
})
