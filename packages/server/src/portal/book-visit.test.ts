import { getVisit, portalBookVisit, portalCancelVisit, portalMyVisits } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { familyOf } from './families.fixture.ts'

describe('POR-03 SRV-09 booking a visit on the phone', () => {
  let world: World
  let child: Caller
  beforeAll(async () => {
    world = await openWorld()
    child = await familyOf(world, '13912345678')
  })
  afterAll(() => world.close())
  const body = {
    kind: 'home' as const,
    purpose: 'collect' as const,
    name: testPeople.chen.name,
    told: ['mobility' as const],
  }

  it('is kept with the phone that was proved, seen by this account alone, and can be cancelled', async () => {
    const wishes = [{ day: '2026-11-24', half: 'am' as const }]
    const made = await child(portalBookVisit, { body: { ...body, wishes, address: '祠堂前巷3号' } })
    expect(made).toMatchObject({ state: 'requested', dueAt: '2026-11-24T01:00:00Z' })
    const desk = await world.as('service1')
    expect(await desk(getVisit, { params: { visitId: made.id } })).toMatchObject({
      channel: 'portal',
      phoneMasked: '139****5678',
      eligibleBy: ['mobility'],
      wishes,
      personId: null,
    })
    const mine = await child(portalMyVisits, {})
    expect(mine).toMatchObject({ phoneMasked: '139****5678', items: [{ id: made.id, canCancel: true, when: null }] })
    const stranger = await familyOf(world, '13912345679')
    expect((await stranger(portalMyVisits, {})).items).toEqual([])
    await expectRefusal(stranger(portalCancelVisit, { params: { visitId: made.id }, body: {} }), 'request.not_found')
    expect(await child(portalCancelVisit, { params: { visitId: made.id }, body: {} })).toMatchObject({
      state: 'cancelled',
    })
    expect((await child(portalMyVisits, {})).items).toMatchObject([{ canCancel: false }])
  })

  it('not without end', async () => {
    for (let n = 0; n < 9; n++) await child(portalBookVisit, { body: { ...body, kind: 'video' } })
    await expectRefusal(child(portalBookVisit, { body }), 'request.too_many')
  })
})
