import { contactComplainant, withdrawComplaint } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { assigned, look } from './complaints.fixture.ts'

describe('CMP-03, L09 withdrawn is ended the same day', () => {
  let world: World
  let service: Caller
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  it('and nothing more is done with it', async () => {
    const id = await assigned(world)
    const params = { complaintId: id }
    const body = { channel: 'phone', text: '已经收到赔款，不投诉了' } as const
    expect(await service(withdrawComplaint, { params, body })).toMatchObject({ state: 'withdrawn' })
    const { clocks, entries } = await look(desk, id)
    const stateOf = (clockId: string) => clocks.find((one) => one.id === clockId)?.state
    expect([stateOf('L09'), stateOf('L06'), stateOf('T22')]).toEqual(['met', 'cancelled', 'cancelled'])
    expect(entries[0]?.text).toBe('撤回：已经收到赔款，不投诉了')
    await expectRefusal(service(withdrawComplaint, { params, body }), 'lifecycle.not_possible')
    const more = service(contactComplainant, { params, body: { ...body, successful: true } })
    await expectRefusal(more, 'lifecycle.not_possible')
  })
})
