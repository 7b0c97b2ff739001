import { checkComplaint } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { complained, look } from './complaints.fixture.ts'

describe('CMP-03 the first check', () => {
  let world: World
  let service: Caller
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  it('accepts; what is severe goes up; what touches law opens tasks', async () => {
    const { id } = await complained(service)
    const params = { complaintId: id }
    const body = { finding: 'ours', legalImpact: true, severity: 'serious' } as const
    expect(await desk(checkComplaint, { params, body })).toMatchObject({ state: 'accepted' })
    const tasks = [{ kind: 'legal', doneAt: null }, { kind: 'quality' }]
    expect(await look(desk, id)).toMatchObject({ priority: 2, tasks })
    await desk(checkComplaint, { params, body: { ...body, urgency: 'urgent' } })
    expect(await look(desk, id)).toMatchObject({ state: 'accepted', priority: 1, tasks })
  })

  it('not ours: told where to go, and ended; without a word of where it is refused', async () => {
    const { id } = await complained(service)
    const params = { complaintId: id }
    await expectRefusal(desk(checkComplaint, { params, body: { finding: 'not_ours' } }), 'complaint.where_not_told')
    const told = '请向承保的保险公司投诉，电话见保单。'
    const decided = desk(checkComplaint, { params, body: { finding: 'already_decided', told } })
    await expectRefusal(decided, 'complaint.no_earlier_decision')
    const sent = await desk(checkComplaint, { params, body: { finding: 'not_ours', told } })
    expect(sent).toMatchObject({ state: 'redirected' })
    const view = await look(desk, id)
    expect(view).toMatchObject({ dueAt: null, entries: [{ text: `已告知：${told}` }] })
    expect(view.clocks.map((one) => one.state)).not.toContain('running')
  })
})
