import { getTip, getTipOpening, openTip } from '@anpei/contract/complaints'
import { searchAudit } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { tipped } from './tips.fixture.ts'

const HOUR = 3_600_000

describe('CMP-12, CUS-11 a 举报 is opened with a reason', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('for four hours; the reason lies sealed, the look stands in the log of those who may know', async () => {
    const { id } = await tipped(world)
    const params = { tipId: id }
    const compliance = await world.as('compliance')
    expect(await compliance(getTipOpening, { params })).toEqual({ untilAt: null })
    await expectRefusal((await world.as('service1'))(getTipOpening, { params }), 'request.not_permitted')
    const { untilAt } = await compliance(openTip, { params, body: { reason: '核对郑国华的事' } })
    expect(Date.parse(untilAt) - Date.parse(world.clock.now())).toBe(4 * HOUR)
    expect(await compliance(getTipOpening, { params })).toEqual({ untilAt })
    await compliance(getTip, { params })
    const { items } = await compliance(searchAudit, { query: { subjectId: id, name: 'whistleblow.opened' } })
    expect(items).toMatchObject([{ title: '查看举报' }])
    const rows = await arrange(world, 'select reason from event where subject_id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain('郑国华')
    world.clock.forward(4 * HOUR)
    await expectRefusal(compliance(getTip, { params }), 'tip.open_first')
  })
})
