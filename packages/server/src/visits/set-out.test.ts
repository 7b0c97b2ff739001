import { confirmUncovered, getVisitRoute, setOut } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { agreed, openField, type Field } from './visits.fixture.ts'

describe('SRV-09 setting out', () => {
  let field: Field
  beforeAll(async () => {
    field = await openField()
  })
  afterAll(() => field.world.close())

  it('with a valid cover and the safety rules read; the day shows its route', async () => {
    const id = await agreed(field)
    const route = await field.near(getVisitRoute, { query: { day: '2026-11-24' } })
    expect(route).toMatchObject({ visitorName: '蔡晓东', stops: [{ id }], safety: { version: 1, readVersion: 1 } })
    await expectRefusal(field.far(setOut, { params: { visitId: id } }), 'visit.not_yours')
    expect(await field.near(setOut, { params: { visitId: id } })).toMatchObject({ state: 'on_the_way' })
  })

  it('without, only when a lead has let it pass', async () => {
    const id = await agreed(field, 'far')
    const refused = await expectRefusal(field.far(setOut, { params: { visitId: id } }), 'visit.cover_unconfirmed')
    expect(refused.message).toContain('没有登记意外险保障')
    await field.lead(confirmUncovered, { params: { visitId: id }, body: { reason: '同行的同事有保障' } })
    expect(await field.far(setOut, { params: { visitId: id } })).toMatchObject({ state: 'on_the_way' })
  })
})
