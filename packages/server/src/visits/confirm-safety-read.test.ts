import { confirmSafetyRead, listVisitors } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { openField, type Field } from './visits.fixture.ts'

describe('SRV-09 the safety rules are read', () => {
  let field: Field
  beforeAll(async () => {
    field = await openField()
  })
  afterAll(() => field.world.close())

  it('by the visitor, in the version in force', async () => {
    await expectRefusal(field.far(confirmSafetyRead, { body: { version: 9 } }), 'visit.safety_outdated')
    await expectRefusal(field.desk(confirmSafetyRead, { body: { version: 1 } }), 'visit.visitor_unknown')
    await field.far(confirmSafetyRead, { body: { version: 1 } })
    const { items } = await field.desk(listVisitors, {})
    expect(items.find((one) => one.staffId === field.far.id)).toMatchObject({
      safetyReadOn: '2026-11-23',
      coverWarnings: ['no_cover'],
    })
  })
})
