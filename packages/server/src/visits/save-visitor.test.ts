import { listVisitors, saveVisitor } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { COVER, openField, XIASHAN, type Field } from './visits.fixture.ts'

describe('SRV-09 who goes out', () => {
  let field: Field
  beforeAll(async () => {
    field = await openField()
  })
  afterAll(() => field.world.close())
  const body = { baseVillage: XIASHAN, calendarId: 'outlet', halfDayCapacity: 4, cover: COVER }

  it('with base, calendar, capacity and cover; a lapsed cover is warned of', async () => {
    const params = { staffId: field.far.id }
    await field.lead(saveVisitor, { params, body: { ...body, cover: { ...COVER, to: '2026-11-22' } } })
    const { items } = await field.desk(listVisitors, {})
    expect(items.find((one) => one.staffId === field.far.id)).toMatchObject({
      baseVillageName: '峡山居委会',
      halfDayCapacity: 4,
      coverWarnings: ['cover_lapsed', 'safety_unread'],
    })
  })

  it.each([
    ['a calendar nobody has', { calendarId: 'moon' }, 'visit.calendar_unknown'],
    ['a village that is none', { baseVillage: '440514999999' }, 'request.not_found'],
    ['a cover that ends before it begins', { cover: { ...COVER, to: '2025-01-01' } }, 'visit.cover_ends_before'],
  ])('refuses %s', async (_name, change, code) => {
    const params = { staffId: field.far.id }
    await expectRefusal(field.lead(saveVisitor, { params, body: { ...body, ...change } }), code)
  })
})
