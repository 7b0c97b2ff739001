import { agreeVisit, cancelVisit, getVisit } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { agreed, asked, openField, TUESDAY_MORNING, type Field } from './visits.fixture.ts'

describe('SRV-09 T06 cancelling a visit', () => {
  let field: Field
  beforeAll(async () => {
    field = await openField()
  })
  afterAll(() => field.world.close())

  it('ends the promises, says why, and frees the place', async () => {
    const id = await agreed(field)
    const body = { reason: '客户自己来了网点' }
    expect(await field.desk(cancelVisit, { params: { visitId: id }, body })).toMatchObject({
      state: 'cancelled',
      dueAt: null,
    })
    const { timeline } = await field.desk(getVisit, { params: { visitId: id } })
    expect(timeline.at(-1)).toMatchObject({ title: '取消上门', reason: body.reason })
    const next = await asked(field)
    const place = { visitorId: field.near.id, ...TUESDAY_MORNING }
    expect(await field.desk(agreeVisit, { params: { visitId: next.id }, body: place })).toMatchObject({
      state: 'agreed',
    })
    await expectRefusal(field.desk(cancelVisit, { params: { visitId: id }, body }), 'lifecycle.not_possible')
  })
})
