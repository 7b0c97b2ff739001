import { recordIncident, stepIncident } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('L12 reported, in writing, settled, final', () => {
  it('one step after the other, each ending its clock', async () => {
    const compliance = await world.as('compliance')
    const known = { title: '笔记本遗失', level: 'larger', what: '硬盘已加密', personsCount: 0 } as const
    const { id } = await compliance(recordIncident, { body: { ...known, knownAt: world.clock.now() } })
    const step = (act: 'report' | 'write' | 'settle' | 'finish') =>
      compliance(stepIncident, { params: { incidentId: id }, body: { act, to: '监管机构', text: '按要求报告' } })
    await expectRefusal(step('write'), 'lifecycle.not_possible')
    for (const act of ['report', 'write', 'settle'] as const) await step(act)
    const settled = await arrange(world, `select clock_id from clock where subject_id = $1 and state = 'running'`, [id])
    expect(settled.map((row) => row.clock_id)).toEqual(['L12c'])
    const done = await step('finish')
    expect(done).toMatchObject({ state: 'closed', dueAt: null, can: [] })
    expect(done.steps.map((one) => one.act)).toEqual(['首报', '书面报告', '处置结束', '总结报告'])
  })
})
