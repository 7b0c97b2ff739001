import { getClaim } from '@anpei/contract/claims'
import { findPersons, listConsents, listProxies, revokeProxy } from '@anpei/contract/customers'
import { decideLink, portalMe, portalPrivacy, portalSetConsent } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { familyOf, handIn, openFamilyCase } from './families.fixture.ts'

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
    const share = (page: { purposes: readonly { id: string; said: string; goesOn: readonly string[] }[] }) =>
      page.purposes.find((one) => one.id === 'health_share')
    expect(share(await own(portalPrivacy, { params }))).toMatchObject({
      said: 'nothing',
      goesOn: ['凭本案授权书调取资料'],
    })
    const no = await own(portalSetConsent, { params, body: { purpose: 'health_share', agree: false } })
    expect(share(no)).toMatchObject({ said: 'no', goesOn: [] })
    await expectRefusal(stranger(portalPrivacy, { params }), 'request.not_found')
  })

  it('CUS-05 a child says no at once, and agrees only by a mandate for that, which is named', async () => {
    const service = await world.as('service1')
    const child = await familyOf(world, '13733330007')
    const { id: linkId } = await handIn(child)
    await service(decideLink, { params: { linkId }, body: { outcome: 'confirm', acts: ['look_up'] } })
    const params = { linkId }
    const agree = (yes: boolean) => child(portalSetConsent, { params, body: { purpose: 'care', agree: yes } })
    expect(await child(portalPrivacy, { params })).toMatchObject({ mayAgree: false })
    await expectRefusal(agree(true), 'customers.consent_proxy_missing')
    await agree(false)
    const { items } = await service(findPersons, { body: { q: testPeople.lin.idNumber } })
    const said = async () =>
      (await service(listConsents, { params: { personId: items[0]?.id ?? '' } })).purposes.find(
        ({ id }) => id === 'care',
      )?.consents[0]
    expect(await said()).toMatchObject({ withdrawnHow: 'proxy', withdrawnProxy: '林小红（子女）' })
    await service(decideLink, {
      params: { linkId: (await handIn(child)).id },
      body: { outcome: 'confirm', acts: ['look_up', 'consent'] },
    })
    await expectRefusal(child(portalPrivacy, { params }), 'request.not_found')
    const { links } = await child(portalMe, {})
    const newer = { params: { linkId: links.find((one) => one.state === 'linked')?.id ?? '' } }
    expect(await child(portalPrivacy, newer)).toMatchObject({ mayAgree: true })
    await child(portalSetConsent, { ...newer, body: { purpose: 'care', agree: true } })
    expect(await said()).toMatchObject({ proxy: '林小红（子女）', withdrawnProxy: null })
    const { proxies } = await service(listProxies, { params: { personId: items[0]?.id ?? '' } })
    for (const one of proxies) {
      await service(revokeProxy, { params: { proxyId: one.id }, body: { reason: '本人要求' } })
    }
    await expectRefusal(child(portalPrivacy, newer), 'request.not_found')
  })
})
