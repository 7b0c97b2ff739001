import { getClaim, withdrawClaim } from '@anpei/contract/claims'
import { portalApplication, portalClaim, portalSignApplication } from '@anpei/contract/portal'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { openFamilyCase } from './families.fixture.ts'

describe('CLM-03 CUS-05 the application signed on the family’s phone', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('by who acts for the insured and by nobody else, and starts the clock at once', async () => {
    const { own, stranger, service, claimId } = await openFamilyCase(world)
    const params = { claimId }
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120"><rect width="90" height="60"/></svg>'
    const png = await sharp(Buffer.from(svg)).png().toBuffer()
    const files = [{ field: 'signature', file: new Blob([new Uint8Array(png)]), name: 'signature.png' }]
    const body = { way: 'screen' as const, signerName: testPeople.chen.name, relation: 'self' as const }
    await expectRefusal(stranger(portalApplication, { params }), 'request.not_found')
    await expectRefusal(stranger(portalSignApplication, { params, body }, { files }), 'request.not_found')
    expect((await own(portalApplication, { params })).insuredName).toBe(testPeople.chen.name)
    await own(portalSignApplication, { params, body }, { files })
    const { papers } = await own(portalClaim, { params })
    expect(papers.find((paper) => paper.code === 'application')?.state).toBe('received')
    expect((await service(getClaim, { params })).requestedAt).toBe(world.clock.now())
    // Over: nobody is led through four questions to sign what is refused in the end.
    await (await world.as('assessor1'))(withdrawClaim, { params, body: { reason: '家属不想办了' } })
    await expectRefusal(own(portalApplication, { params }), 'lifecycle.not_possible')
  })
})
