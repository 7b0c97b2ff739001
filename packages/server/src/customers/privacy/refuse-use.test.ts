import { askAuthority } from '@anpei/contract/claims'
import { giveConsent, listConsents, refuseUse } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, opened, type World } from '../../testing/index.ts'
import { eventsNamed, openWorld, personIdOf, testPeople } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const paper = [{ field: 'proof', file: new Blob(['%PDF-1.4 同意书\n%%EOF']), name: '同意书.pdf' }]

describe('CUS-06, 个人信息保护法 44 a no before any yes', () => {
  it('stops what went on until then, at once and once; a later yes lifts it', async () => {
    const [service, assessor] = await Promise.all([world.as('service1'), world.as('assessor1')])
    const claimId = await opened(service, testPeople.zheng)
    const params = { personId: await personIdOf(world, 'zheng') }
    const share = async () =>
      (await service(listConsents, { params })).purposes.find((one) => one.id === 'health_share')
    expect(await share()).toMatchObject({
      why: 'no_consent',
      uses: [{ title: '凭本案授权书调取资料', may: true }],
      can: ['give', 'refuse'],
    })
    const no = (purpose: string) => service(refuseUse, { params, body: { purpose, how: 'voice' } })
    await expectRefusal(no('nonsense'), 'customers.purpose_unknown')
    await expectRefusal(no('claims'), 'customers.consent_not_needed')
    expect(await no('health_share')).toMatchObject({
      may: false,
      why: 'withdrawn',
      uses: [{ may: false }],
      consents: [{ givenHow: null, withdrawnHow: 'voice' }],
      can: ['give'],
    })
    await expectRefusal(no('health_share'), 'customers.consent_withdrawn_before')
    expect(await eventsNamed(world, 'consent.refused')).toMatchObject([{ facts: { purpose: '向医院、公安调取资料' } }])
    const ask = assessor(askAuthority, {
      params: { claimId },
      body: { code: 'medical_record', kind: 'hospital', authority: '潮南区人民医院', why: '家属不便' },
    })
    await expectRefusal(ask, 'customers.use_withdrawn')
    const body = { purpose: 'health_share', givenHow: 'paper', fromOn: '2026-11-23' } as const
    expect(await service(giveConsent, { params, body }, { files: paper })).toMatchObject({ may: true, can: [] })
  })

  it('a consent that ran out is agreed to anew, and one no ends all that stand', async () => {
    const service = await world.as('service1')
    const params = { personId: await personIdOf(world, 'chen') }
    const give = (fromOn: string, toOn: string | null) =>
      service(giveConsent, { params, body: { purpose: 'care', givenHow: 'paper', fromOn, toOn } }, { files: paper })
    expect(await give('2026-01-01', '2026-06-30')).toMatchObject({ may: false, why: 'no_consent', can: ['give'] })
    await expectRefusal(give('2026-01-01', null), 'customers.consent_in_force')
    expect(await give('2026-11-23', null)).toMatchObject({ may: true, why: 'consent' })
    const done = await service(refuseUse, { params, body: { purpose: 'care', how: 'paper' } })
    expect(done).toMatchObject({ why: 'withdrawn', consents: [{ can: [] }, { can: [] }] })
  })
})
