import { cancelVisit, getVisit, revealVisitPhone } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, testPeople, type Caller } from '../testing/index.ts'
import { agreed, asked, openField, type Field } from './visits.fixture.ts'

describe('SRV-09 CUS-08 the visitor rings up', () => {
  let field: Field
  beforeAll(async () => {
    field = await openField()
  })
  afterAll(() => field.world.close())
  const shown = (caller: Caller, visitId: string) =>
    caller(revealVisitPhone, { params: { visitId }, body: { reason: '到门口联系不上' } })

  it('sees the number told for this visit, else the one of the register, and the look is logged', async () => {
    const visitId = await agreed(field)
    expect((await field.near(getVisit, { params: { visitId } })).can).toContain('reveal')
    expect(await shown(field.near, visitId)).toEqual({ phone: testPeople.chen.phone })
    const other = await asked(field, { phone: '13911112222' })
    expect(await shown(field.desk, other.id)).toEqual({ phone: '13911112222' })
    const looks = await arrange(field.world, `select look, reason, subject_id from event where name = $1 order by id`, [
      'visit.phone_shown',
    ])
    expect(looks).toMatchObject([{ look: true, reason: '到门口联系不上', subject_id: visitId }, { look: true }])
  })

  it('not when it is over, and not a colleague who neither makes nor arranges it', async () => {
    const visitId = await agreed(field, 'near', { day: '2026-11-24', half: 'pm' })
    await expectRefusal(shown(await field.world.as('compliance'), visitId), 'visit.phone_closed')
    await field.desk(cancelVisit, { params: { visitId }, body: { reason: '客户说不用来了' } })
    expect((await field.near(getVisit, { params: { visitId } })).can).not.toContain('reveal')
    await expectRefusal(shown(field.near, visitId), 'visit.phone_closed')
    expect(await shown(field.desk, visitId)).toEqual({ phone: testPeople.chen.phone })
  })
})
