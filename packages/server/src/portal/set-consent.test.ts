import { getClaim } from '@anpei/contract/claims'
import { listConsents } from '@anpei/contract/customers'
import { portalMe, portalPrivacy, portalSetConsent } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openFamilyCase } from './families.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-06 on the phone', () => {
  it('purposes are told in plain words; agreed to and taken back by a touch; nobody else sees them', async () => {
    const { own, stranger, service, claimId } = await openFamilyCase(world)
    const { personId } = await service(getClaim, { params: { claimId } })
    const linkId = (await own(portalMe, {})).links[0]?.id ?? ''
    const params = { linkId }
    const stands = (page: { purposes: readonly { id: string; may: boolean }[] }) =>
      page.purposes.find((one) => one.id === 'care')?.may
    expect(stands(await own(portalPrivacy, { params }))).toBe(false)
    const agree = (yes: boolean) => own(portalSetConsent, { params, body: { purpose: 'care', agree: yes } })
    expect(stands(await agree(true))).toBe(true)
    const { purposes } = await service(listConsents, { params: { personId } })
    expect(purposes.find((one) => one.id === 'care')?.consents).toMatchObject([{ givenHow: 'portal' }])
    expect(stands(await agree(false))).toBe(false)
    await expectRefusal(agree(false), 'customers.consent_withdrawn_before')
    const share = (page: { purposes: readonly { id: string; said: string; goesOn: boolean }[] }) =>
      page.purposes.find((one) => one.id === 'health_share')
    expect(share(await own(portalPrivacy, { params }))).toMatchObject({ said: 'nothing', goesOn: true })
    const no = await own(portalSetConsent, { params, body: { purpose: 'health_share', agree: false } })
    expect(share(no)).toMatchObject({ said: 'no', goesOn: false })
    await expectRefusal(stranger(portalPrivacy, { params }), 'request.not_found')
  })
})
