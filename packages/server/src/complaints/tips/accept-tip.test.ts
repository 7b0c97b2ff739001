import { acceptTip, getTip, listTips } from '@anpei/contract/complaints'
import { listAlarms } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announceDue } from '../../sla/index.ts'
import { expectRefusal, openWorld, staffId, type World } from '../../testing/index.ts'
import { tipDirectory } from './store-tip-due.ts'
import { opened, tipped } from './tips.fixture.ts'

const DAY = 86_400_000

describe('CMP-12, L14 a 举报 is accepted', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('sixty days from there; only who may know is warned', async () => {
    const { id } = await tipped(world)
    const params = { tipId: id }
    const compliance = await world.as('compliance')
    await opened(compliance, id)
    const unfit = { examinerId: await staffId(world, 'head') }
    await expectRefusal(compliance(acceptTip, { params, body: unfit }), 'tip.examiner_unfit')
    expect((await compliance(acceptTip, { params, body: {} })).state).toBe('accepted')
    const view = await compliance(getTip, { params })
    expect(view).toMatchObject({ examiner: { name: '钟奕彬' }, timeLeft: { unit: 'naturalDay', amount: 60 } })
    // With its day and why it is that day (SLA §2 rule 20).
    const L14 = view.clocks.find((one) => one.id === 'L14')
    expect(L14).toMatchObject({
      state: 'running',
      kind: 'statutory',
      explanation: expect.stringContaining('1月22日 24:00'),
    })
    world.clock.forward(62 * DAY)
    await announceDue(world.app, 1, tipDirectory)
    world.clock.forward(3 * DAY)
    const warned = async (login: string) =>
      (await (await world.as(login))(listAlarms, { query: {} })).items.filter((one) => one.subjectId === id).length
    expect(await warned('compliance')).toBeGreaterThan(0)
    expect(await Promise.all(['head', 'pm', 'admin', 'complainthead'].map(warned))).toEqual([0, 0, 0, 0])
  })

  it('whoever turns out to be reported is out from now on, with their line', async () => {
    const { id } = await tipped(world)
    const params = { tipId: id }
    const compliance = await world.as('compliance')
    const gm = await world.as('gm')
    expect((await gm(listTips, { query: {} })).items.map((one) => one.id)).toContain(id)
    await opened(compliance, id)
    await compliance(acceptTip, { params, body: { concernedIds: [await staffId(world, 'head')] } })
    expect((await gm(listTips, { query: {} })).items.map((one) => one.id)).not.toContain(id)
  })
})
