import { getComplaint, portalAddFacts } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { toldByPhone, type Told } from './complaints.fixture.ts'
import { familyOf } from './families.fixture.ts'

describe('CMP-03 new facts from the phone restart the legal clock', () => {
  let told: Told
  beforeAll(async () => {
    told = await toldByPhone()
  })
  afterAll(() => told.world.close())

  it('for whoever complained, for nobody else', async () => {
    const given = { params: { complaintId: told.complaintId }, body: { text: '医院说病历早就寄了。' } }
    const stranger = await familyOf(told.world, '13912345679')
    await expectRefusal(stranger(portalAddFacts, given), 'request.not_found')
    await told.child(portalAddFacts, given)
    const { clocks } = await (await told.world.as('coordinator1'))(getComplaint, { params: given.params })
    expect(clocks.filter((one) => one.id === 'L06').map(({ state }) => state)).toEqual(['superseded', 'running'])
  })
})
