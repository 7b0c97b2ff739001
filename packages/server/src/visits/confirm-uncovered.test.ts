import { confirmUncovered, getVisit, saveVisitor } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, staffId } from '../testing/index.ts'
import { agreed, agreeVisit, asked, openField, TUESDAY_MORNING, XIASHAN, type Field } from './visits.fixture.ts'

describe('SRV-09 a lead lets somebody go without cover', () => {
  let field: Field
  beforeAll(async () => {
    field = await openField()
  })
  afterAll(() => field.world.close())
  const body = { reason: '两人同行' }

  it('with a reason that stays, once, and never for oneself', async () => {
    const id = await agreed(field, 'far')
    const params = { visitId: id }
    expect((await field.lead(getVisit, { params })).can).toContain('confirmUncovered')
    await expectRefusal(field.desk(confirmUncovered, { params, body }), 'request.not_permitted')
    await field.lead(confirmUncovered, { params, body })
    expect(await field.lead(getVisit, { params })).toMatchObject({
      coverConfirmedBy: '郑国华',
      timeline: [{}, {}, { title: '主管确认可以出发', reason: body.reason }],
    })
    const covered = await agreed(field)
    await expectRefusal(
      field.lead(confirmUncovered, { params: { visitId: covered }, body }),
      'visit.nothing_to_confirm',
    )
  })

  it('not the lead who goes himself', async () => {
    const head = await staffId(field.world, 'head')
    const visitor = { baseVillage: XIASHAN, calendarId: 'desk', halfDayCapacity: 1 }
    await (await field.world.as('pm'))(saveVisitor, { params: { staffId: head }, body: visitor })
    const { id } = await asked(field)
    await field.desk(agreeVisit, { params: { visitId: id }, body: { visitorId: head, ...TUESDAY_MORNING } })
    await expectRefusal(field.lead(confirmUncovered, { params: { visitId: id }, body }), 'visit.own_exception')
  })
})
