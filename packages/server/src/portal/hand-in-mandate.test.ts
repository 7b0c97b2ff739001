import {
  askMissingItems,
  getComplaint,
  listComplaintWaiting,
  portalHandInMandate,
  supplementComplaint,
} from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { mandateSeen, mine, photoOf, toldByPhone, type Told } from './complaints.fixture.ts'
import { familyOf } from './families.fixture.ts'

describe('CMP-01 a mandate handed in from the phone counts once a colleague has looked at it', () => {
  let told: Told
  beforeAll(async () => {
    told = await toldByPhone()
  })
  afterAll(() => told.world.close())

  it('by whoever complained alone, with a photo; looking at it needs its last day', async () => {
    const given = { params: { complaintId: told.complaintId } }
    const service = await told.world.as('service1')
    const seen = (body: object) => service(supplementComplaint, { ...given, body: { brought: ['mandate'], ...body } })
    await expectRefusal(seen({ mandateUntil: '2027-06-30' }), 'complaint.mandate_unseen')
    await expectRefusal(told.child(portalHandInMandate, given), 'file.none')
    const files = { files: [photoOf('委托书.png')] }
    const stranger = await familyOf(told.world, '13912345679')
    await expectRefusal(stranger(portalHandInMandate, given, files), 'request.not_found')
    const desk = await told.world.as('coordinator1')
    const waiting = async () =>
      (await desk(listComplaintWaiting, {})).items.map(({ kind, complaintId }) => [kind, complaintId])
    expect(await waiting()).toEqual([])
    await told.child(portalHandInMandate, given, files)
    expect(await waiting()).toEqual([['mandate', told.complaintId]])
    await service(askMissingItems, { ...given, body: { items: ['mandate'], told: null } })
    expect(await waiting()).toEqual([])
    await told.child(portalHandInMandate, given, files)
    expect(await waiting()).toEqual([['mandate', told.complaintId]])
    expect(await mine(told)).toMatchObject({ mandateFirst: true, mandateArrived: true })
    await expectRefusal(seen({}), 'complaint.mandate_undated')
    await mandateSeen(told)
    expect(await mine(told)).toMatchObject({ mandateFirst: false, mandateArrived: false, can: ['addFacts'] })
    expect(await waiting()).toEqual([])
    expect(await desk(getComplaint, given)).toMatchObject({
      missing: [],
      mayHearPersonal: true,
      mandateFiles: [{}, {}, {}],
    })
  })
})
