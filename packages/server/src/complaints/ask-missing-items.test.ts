import { askMissingItems } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { complained, look } from './complaints.fixture.ts'

describe('CMP-02, T21 what is missing is told once', () => {
  let world: World
  let service: Caller
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  it('what we hold is never asked for; a told complaint has kept its promise', async () => {
    const { id } = await complained(service, { representation: 'proxy' })
    const params = { complaintId: id }
    const clock = async () => (await look(desk, id)).clocks.find((one) => one.id === 'T21')
    expect(await clock()).toMatchObject({ state: 'running' })
    const problem = await expectRefusal(
      service(askMissingItems, { params, body: { items: ['mandate', 'policy', 'recording'], told: null } }),
      'complaint.held_by_us',
    )
    expect(problem.message).toContain('保险合同或保单、通话录音')
    const told = { channel: 'phone', text: '请补签字的委托书。' } as const
    const ahead = { ...told, at: '2999-01-01T00:00:00.000Z' }
    const items = ['mandate' as const]
    await expectRefusal(service(askMissingItems, { params, body: { items, told: ahead } }), 'complaint.contact_ahead')
    await service(askMissingItems, { params, body: { items, told } })
    expect(await clock()).toMatchObject({ state: 'met' })
    expect((await look(desk, id)).entries[0]?.text).toContain('请补签字的委托书')
  })
})
