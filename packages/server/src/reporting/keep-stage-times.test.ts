import { listStageTimes } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, opened, openWorld, testPeople, type World } from '../testing/index.ts'
import { keepStageTimes } from './keep-stage-times.ts'

/** Monday 2 November 2026, 9:00 in Shanghai, and days after it. */
const RECEIVED = '2026-11-02T01:00:00Z'
const LIFE = [
  ['claim.file_completed', '2026-11-03T01:00:00Z'],
  ['claim.review_finished', '2026-11-05T01:00:00Z'],
  ['claim.assessed', '2026-11-06T01:00:00Z'],
  ['claim.decided', '2026-11-09T01:00:00Z'],
  ['claim.paid', '2026-11-16T01:00:00Z'],
  ['claim.closed', '2026-11-16T01:00:01Z'],
] as const

describe('CLM-17 stage times are kept of closed claims', () => {
  let world: World
  let ids: string[] = []
  beforeAll(async () => {
    world = await openWorld()
    const service = await world.as('service1')
    ids = [await opened(service, testPeople.chen), await opened(service, testPeople.lin)]
  })
  afterAll(() => world.close())
  const keep = () => keepStageTimes(world.app, 1)

  async function live(claimId: string, life: readonly (readonly [string, string])[]): Promise<void> {
    for (const [name, at] of life) {
      await arrange(
        world,
        `insert into event (tenant_id, id, name, subject_kind, subject_id, actor_kind, at, facts)
         values (1, gen_random_uuid(), $1, 'claim', $2, 'system', $3, '{}')`,
        [name, claimId, at],
      )
    }
    await arrange(
      world,
      `update claim set state = 'closed', received_at = $2, closed_at = $3 where tenant_id = 1 and id = $1`,
      [claimId, RECEIVED, life.at(-1)?.[1]],
    )
  }

  it('once each, anew when a claim is closed again, never of open ones', async () => {
    expect(await keep()).toBe(0)
    await live(ids[0] ?? '', LIFE)
    expect(await keep()).toBe(1)
    expect(await keep()).toBe(0)
    const [row] = await arrange(
      world,
      'select review, liability, calculation, payment, rest, closed_month from claim_stage_time',
    )
    expect(row).toEqual({
      review: 200,
      liability: 100,
      calculation: 100,
      payment: 500,
      rest: 100,
      closed_month: '2026-11',
    })
    await live(ids[0] ?? '', [
      ['claim.reopened', '2026-11-17T01:00:00Z'],
      ['claim.decided', '2026-11-18T01:00:00Z'],
      ['claim.closed', '2026-11-18T01:00:01Z'],
    ])
    expect(await keep()).toBe(1)
    expect(await arrange(world, 'select liability from claim_stage_time')).toEqual([{ liability: 200 }])
  })

  it('stand against the baseline on the screen, by month, class and institution', async () => {
    const head = await world.as('head')
    const { stages, ...all } = await head(listStageTimes, { query: {} })
    expect(all).toMatchObject({ claims: 1, averageDays: 1100, baselineDays: 3000, withinBaseline: 1 })
    expect(stages.map((one) => [one.name, one.averageDays, one.shareBps, one.baselineDays])).toEqual([
      ['资料审核', 200, 1818, 750],
      ['责任认定', 200, 1818, 900],
      ['赔付计算', 100, 909, 600],
      ['支付', 500, 4545, 450],
      ['其余（报案、收集资料、结案）', 100, 909, 300],
    ])
    expect(all.slowest).toMatchObject([{ claimId: ids[0], days: 1100, slowestStage: '支付', slowestDays: 500 }])
    const none = await head(listStageTimes, { query: { from: '2026-01', until: '2026-10' } })
    expect(none).toMatchObject({ claims: 0, averageDays: null })
    expect((await head(listStageTimes, { query: { class: 'mass' } })).claims).toBe(0)
    await expectRefusal((await world.as('liaison1'))(listStageTimes, { query: {} }), 'request.not_permitted')
  })
})
