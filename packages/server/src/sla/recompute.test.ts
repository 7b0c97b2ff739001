import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, openWorld, type World } from '../testing/index.ts'
import { recomputeAll } from './recompute.ts'
import type { CaseDirectory, CaseKeepers } from './subjects.ts'

const CASES = 1200
const CLOCKS = 5
const STAND = `select subject_id, clock_id, instance_no, state, started_at, due_at, safe_due_on, statutory_due_on,
  provisional, explanation, thresholds, next_at from clock where subject_kind = 'trial' order by subject_id, clock_id`

/** Cases of a kind of their own, with the events of a claim that was requested, complete and approved. */
const OPEN = `insert into event (tenant_id, id, name, subject_kind, subject_id, actor_kind, source, at, facts)
  select 1, gen_random_uuid(), e.name, 'trial', ('c0000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid,
    'system', 'trial', '2026-11-09T02:00:00Z'::timestamptz + (i % 9) * interval '1 day' + e.after, e.facts::jsonb
  from generate_series(1, ${CASES}) i, (values ('claim.registered', interval '0', '{}'),
    ('claim.requested', interval '1 hour', '{}'), ('claim.file_completed', interval '2 hours', '{}'),
    ('claim.approved', interval '3 hours', '{"payableFen": 30000}')) e (name, after, facts)`
const SEED = `insert into clock (tenant_id, subject_kind, subject_id, clock_id, state, started_at, provisional,
    explanation)
  select 1, 'trial', ('c0000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'T15', 'running', now(), false, ''
  from generate_series(1, ${CASES}) i`

describe('CLK-02 SLA §2 rules 1, 14, 15: everything that runs is folded anew', () => {
  let world: World
  let whole: Record<string, unknown>[] = []

  beforeAll(async () => {
    world = await openWorld()
    await arrange(world, OPEN)
    await arrange(world, SEED)
    await recomputeAll(world.app, 1)
    whole = await arrange(world, STAND)
  })
  afterAll(() => world.close())

  it('writes the clocks that were not there, whole', () => {
    expect(whole).toHaveLength(CASES * CLOCKS)
    expect(whole.every((row) => row['due_at'] !== null && row['explanation'] !== '')).toBe(true)
  })

  it('gives rows that are the same again, and touches none that is', async () => {
    const touched = `select xmin::text as row_version from clock where subject_kind = 'trial'
      order by subject_id, clock_id`
    const before = await arrange(world, touched)
    await recomputeAll(world.app, 1)
    expect(await arrange(world, touched)).toEqual(before)
  })

  it.each([
    ['due', `due_at = due_at - interval '1 day'`],
    ['the end by law', 'statutory_due_on = statutory_due_on - 1'],
    ['the sentence', `explanation = '旧'`],
    ['the warnings', `thresholds = '[]', next_at = null`],
    ['the badge of a year without notice', 'provisional = not provisional'],
  ])('mends a row in which %s alone is out of date', async (_what, wrong) => {
    await arrange(world, `update clock set ${wrong} where subject_kind = 'trial'`)
    await recomputeAll(world.app, 1)
    expect(await arrange(world, STAND)).toEqual(whole)
  })

  it('killed half-way keeps what was done; run again does the rest and tells each handler once', async () => {
    const [user] = await arrange(world, `select id from staff_user where login = 'assessor1'`)
    const known = { no: 'K1', personId: null, handlerId: String(user?.['id']), institutionId: null }
    const directory: CaseDirectory = new Map([['trial', async (_tx, ids) => new Map(ids.map((id) => [id, known]))]])
    const because = { cause: 'calendar', causeId: '7' } as const
    let batches = 0
    const keepers = (mostBatches: number): CaseKeepers =>
      new Map([
        [
          'trial',
          {
            lock: async () => {
              if (++batches > mostBatches) throw new Error('killed')
            },
            settle: async () => undefined,
          },
        ],
      ])
    await arrange(world, `update clock set due_at = due_at + interval '2 days' where subject_kind = 'trial'`)
    await expect(recomputeAll(world.app, 1, keepers(0), directory, because)).rejects.toThrow('killed')
    batches = 0
    await expect(recomputeAll(world.app, 1, keepers(1), directory, because)).rejects.toThrow('killed')
    const stand = await arrange(world, STAND)
    const left = stand.filter((row, no) => Number(row['due_at']) !== Number(whole[no]?.['due_at'])).length
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(CASES * CLOCKS)
    batches = 0
    await recomputeAll(world.app, 1, keepers(100), directory, because)
    await recomputeAll(world.app, 1, keepers(100), directory, because)
    expect(await arrange(world, STAND)).toEqual(whole)
    const [told] = await arrange(
      world,
      `select count(*)::int as n, count(distinct subject_id)::int as cases from clock_alarm
        where cause = 'calendar' and cause_id = '7'`,
    )
    expect(told).toEqual({ n: CASES, cases: CASES })
  })
})
