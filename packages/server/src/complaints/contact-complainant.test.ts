import { contactComplainant } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, staffId, type Caller, type World } from '../testing/index.ts'
import { assigned, look } from './complaints.fixture.ts'

describe('T22, CMP-05 the complainant is contacted', () => {
  let world: World
  let desk: Caller
  let handler: Caller
  beforeAll(async () => {
    world = await openWorld()
    desk = await world.as('coordinator1')
    handler = await world.as('handler1')
  })
  afterAll(() => world.close())

  it('only a person who reached them counts, and nothing ahead is entered', async () => {
    const id = await assigned(world)
    const params = { complaintId: id }
    const clock = async () => (await look(desk, id)).clocks.find((one) => one.id === 'T22')
    const call = { channel: 'phone', text: '说明由谁办理', with: '本人' } as const
    await handler(contactComplainant, { params, body: { ...call, successful: false } })
    await handler(contactComplainant, { params, body: { ...call, channel: 'sms', human: false, successful: true } })
    expect(await clock()).toMatchObject({ state: 'running' })
    const ahead = { ...call, successful: true, at: '2999-01-01T00:00:00.000Z' }
    await expectRefusal(handler(contactComplainant, { params, body: ahead }), 'complaint.contact_ahead')
    await handler(contactComplainant, { params, body: { ...call, successful: true } })
    expect(await clock()).toMatchObject({ state: 'met' })
    const view = await look(desk, id)
    expect(view.entries.map((one) => one.successful)).toEqual([false, false, true])
    expect(view.firstContactAt).toBe(world.clock.now())
  })

  it('never by somebody of the line', async () => {
    const id = await assigned(world, { concernedIds: [await staffId(world, 'assessor1')] })
    await arrange(
      world,
      `update staff_user set supervisor_id = (select id from staff_user where login = 'handler2')
      where login = 'assessor2'`,
    )
    const other = await assigned(world, { concernedIds: [await staffId(world, 'assessor2')] })
    const superior = await world.as('handler2')
    const body = { channel: 'phone', successful: true, text: '打个招呼' } as const
    await superior(contactComplainant, { params: { complaintId: id }, body })
    const refused = superior(contactComplainant, { params: { complaintId: other }, body })
    expect((await expectRefusal(refused, 'complaint.recused')).message).toContain('上级')
  })

  it('CLK-03: of its clocks and due time only what differs is written', async () => {
    const id = await assigned(world)
    const rows = (text: string) => arrange(world, text, [id])
    const clocks = () =>
      rows(`select clock_id, instance_no, xmin::text, explanation from clock where subject_id = $1
        order by clock_id, instance_no`)
    const due = () => rows('select due_at, due_clock from complaint where id = $1')
    const before = [await clocks(), await due()]
    const body = { channel: 'phone', successful: false, text: '没有人接', with: '' } as const
    const call = () => handler(contactComplainant, { params: { complaintId: id }, body })
    await call()
    expect([await clocks(), await due()]).toEqual(before)
    await rows(`update clock set explanation = '不对' where subject_id = $1 and clock_id = 'L06'`)
    await rows(`update clock set instance_no = 9 where subject_id = $1 and clock_id = 'T22'`)
    await rows(`update complaint set due_at = null, due_clock = null where id = $1`)
    await call()
    const written = (found: typeof before) => found.map((some) => some.map(({ xmin: _, ...row }) => row))
    expect(written([await clocks(), await due()])).toEqual(written(before))
  })
})
