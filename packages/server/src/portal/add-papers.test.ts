import { getClaim } from '@anpei/contract/claims'
import { portalAddPapers, portalClaim } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openFamilyCase, part } from './families.fixture.ts'

describe('CLM-05 papers from the family’s phone', () => {
  let world: World
  let at: Awaited<ReturnType<typeof openFamilyCase>>
  beforeAll(async () => {
    world = await openWorld()
    at = await openFamilyCase(world)
  })
  afterAll(() => world.close())

  it('takes photos of papers, says until when somebody looks, and refuses what is no photo', async () => {
    const answer = await at.own(
      portalAddPapers,
      { params: { claimId: at.claimId } },
      { files: [await part('application'), await part('application'), await part('medical_record')] },
    )
    // A Monday: three working days (T15a) end on Thursday.
    expect(answer).toMatchObject({ received: ['application', 'medical_record'], lookedAtByOn: '2026-11-26' })
    const { papers } = await at.own(portalClaim, { params: { claimId: at.claimId } })
    expect(papers.find((paper) => paper.code === 'medical_record')?.state).toBe('received')
    const seen = await at.service(getClaim, { params: { claimId: at.claimId } })
    expect(seen.requestedAt).toBe(world.clock.now())
    expect(seen.documents.find((item) => item.code === 'application')?.papers).toMatchObject([
      {
        channel: 'portal',
        files: [{}, {}],
      },
    ])
    await expectRefusal(
      at.own(
        portalAddPapers,
        { params: { claimId: at.claimId } },
        { files: [await part('medical_record', 'a.exe', new Blob(['MZ program']))] },
      ),
      'file.type_not_allowed',
    )
    await expectRefusal(at.own(portalAddPapers, { params: { claimId: at.claimId } }, { files: [] }), 'file.none')
  })
})
