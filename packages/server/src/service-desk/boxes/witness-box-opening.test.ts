import { listBoxes, listBoxOpenings, recordBoxOpening, witnessBoxOpening } from '@anpei/contract/service-desk'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announceDue } from '../../sla/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { colleagueId, hungBox } from './boxes.fixture.ts'
import { boxDirectory } from './store-box-due.ts'

describe('SRV-02 S01 the second person signs the opening of a complaint box', () => {
  let world: World
  let outlet: Caller
  let witness: Caller
  let boxId = ''
  beforeAll(async () => {
    world = await openWorld('2026-03-02T02:00:00.000Z')
    boxId = (await hungBox(await world.as('deskhead'), '大厅门口')).id
  })
  afterAll(() => world.close())
  const openedAfter = async (days: number) => {
    world.clock.forward(days * 86_400_000)
    outlet = await world.as('outlet1')
    witness = await world.as('liaison1')
    const witnessId = await colleagueId(outlet, '蔡晓东')
    const body = { openedAt: world.clock.now(), witnessId, letters: [] }
    return { params: { openingId: (await outlet(recordBoxOpening, { params: { boxId }, body })).id } }
  }
  const box = async () => (await witness(listBoxes, { query: {} })).items[0]

  it('nobody else does; an empty box that two opened was opened, and the next seven days begin', async () => {
    const opening = await openedAfter(2)
    const at = world.clock.now()
    await expectRefusal(outlet(witnessBoxOpening, { ...opening, body: { agrees: true } }), 'desk.box_not_witness')
    expect((await box())?.waiting).toMatchObject({ letters: 0, can: ['witness'] })
    world.clock.forward(3_600_000)
    const signed = await witness(witnessBoxOpening, { ...opening, body: { agrees: true } })
    expect(signed).toMatchObject({ state: 'confirmed', decidedAt: world.clock.now(), can: [] })
    expect(await box()).toMatchObject({ openedAt: at, dueAt: '2026-03-11T16:00:00.000Z', waiting: null })
    await expectRefusal(witness(witnessBoxOpening, { ...opening, body: { agrees: true } }), 'lifecycle.not_possible')
  })

  it('disputed it stays unopened, and the duty is told when its days are over', async () => {
    const opening = await openedAfter(1)
    await expectRefusal(witness(witnessBoxOpening, { ...opening, body: { agrees: false } }), 'desk.box_dispute_missing')
    const disputed = await witness(witnessBoxOpening, { ...opening, body: { agrees: false, dispute: '里面有一封信' } })
    expect(disputed).toMatchObject({ state: 'disputed', dispute: '里面有一封信' })
    expect(await box()).toMatchObject({ dueAt: '2026-03-11T16:00:00.000Z', can: ['open'] })
    expect((await witness(listBoxOpenings, { params: { boxId }, query: {} })).items).toHaveLength(2)
    world.clock.forward(8 * 86_400_000)
    await announceDue(world.app, 1, boxDirectory)
    const { rows } = await world.app.pool.withTenant(1, ({ db }) =>
      sql<{ percent: number; no: string }>`select percent, subject_no as no from clock_alarm
        where clock_id = 'S01'`.execute(db),
    )
    expect(rows).toContainEqual({ percent: 120, no: '峡山服务网点意见箱 大厅门口' })
  })
})
