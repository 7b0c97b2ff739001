import { getConsentProof, giveConsent, listConsents, revokeProxy, withdrawConsent } from '@anpei/contract/customers'
import { askAuthority } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, mandated, opened, type World } from '../../testing/index.ts'
import { openWorld, personIdOf, testPeople, wav } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const paper = [{ field: 'proof', file: new Blob(['%PDF-1.4 同意书\n%%EOF']), name: '同意书.pdf' }]
const share = { purpose: 'health_share', givenHow: 'paper', fromOn: '2026-11-23' } as const

describe('CUS-06 consent by purpose', () => {
  it('is given with its proof, for purposes that rest on it, once at a time', async () => {
    const params = { personId: await personIdOf(world, 'lin') }
    const service = await world.as('service1')
    const give = (body: Partial<Omit<typeof share, 'purpose'>> & { purpose?: string; toOn?: string }, files = paper) =>
      service(giveConsent, { params, body: { ...share, ...body } }, { files })
    await expectRefusal(give({ purpose: 'nonsense' }), 'customers.purpose_unknown')
    await expectRefusal(give({ purpose: 'claims' }), 'customers.consent_not_needed')
    await expectRefusal(give({ toOn: '2026-01-01' }), 'customers.consent_period')
    await expectRefusal(give({}, []), 'customers.consent_proof_missing')
    const given = await give({})
    expect(given).toMatchObject({ may: true, why: 'consent', separateConsent: true, can: [] })
    await expectRefusal(give({}), 'customers.consent_in_force')
    const [consent] = given.consents
    const proof = { consentId: consent?.id ?? '', fileId: consent?.files[0]?.id ?? '' }
    expect(await service(getConsentProof, { params: proof })).toBeInstanceOf(Blob)
    const spoken = await service(
      giveConsent,
      { params, body: { purpose: 'satisfaction', givenHow: 'voice', fromOn: '2026-11-23' } },
      { files: [{ field: 'recording', file: new Blob([new Uint8Array(wav)]), name: '同意.wav' }] },
    )
    expect(spoken.may).toBe(true)
  })

  it('CUS-05 a proxy agrees by a mandate for just that, named and still standing', async () => {
    const params = { personId: await personIdOf(world, 'huang') }
    const service = await world.as('service1')
    const son = { proxyName: '黄小明', relation: '儿子', fromOn: '2026-11-01', toOn: '2027-10-31' }
    const [agrees, hands] = [
      await mandated(service, params.personId, { ...son, act: 'consent' }),
      await mandated(service, params.personId, { ...son, act: 'hand_in' }),
    ]
    const give = (proxyId: string | null) =>
      service(giveConsent, { params, body: { ...share, givenHow: 'proxy', proxyId } }, { files: paper })
    await expectRefusal(give(null), 'customers.consent_proxy_missing')
    await expectRefusal(give(hands.id), 'customers.proxy_not_valid')
    const stranger = await mandated(service, await personIdOf(world, 'lin'), { ...son, act: 'consent' })
    await expectRefusal(give(stranger.id), 'customers.proxy_not_valid')
    const given = (await give(agrees.id)).consents[0]
    expect(given).toMatchObject({ givenHow: 'proxy', proxy: '黄小明（儿子）' })
    // A no counts by whatever mandate there is; who said it is named, too.
    const end = (proxyId: string | null) =>
      service(withdrawConsent, { params: { consentId: given?.id ?? '' }, body: { how: 'proxy', proxyId } })
    await expectRefusal(end(null), 'customers.consent_proxy_missing')
    await expectRefusal(end(stranger.id), 'customers.proxy_not_valid')
    expect((await end(hands.id)).consents).toMatchObject([{ withdrawnProxy: '黄小明（儿子）' }])
    await service(revokeProxy, { params: { proxyId: agrees.id }, body: { reason: '本人要求' } })
    const again = { ...share, purpose: 'care', givenHow: 'proxy', proxyId: agrees.id } as const
    await expectRefusal(service(giveConsent, { params, body: again }, { files: paper }), 'customers.proxy_not_valid')
  })

  it('what rests on it stops with the withdrawal: no office is asked any more', async () => {
    const [service, assessor] = await Promise.all([world.as('service1'), world.as('assessor1')])
    const claimId = await opened(service, testPeople.zheng)
    const params = { personId: await personIdOf(world, 'zheng') }
    const given = await service(giveConsent, { params, body: share }, { files: paper })
    const consentId = given.consents[0]?.id ?? ''
    const withdrawn = await service(withdrawConsent, { params: { consentId }, body: { how: 'paper' } })
    expect(withdrawn).toMatchObject({ may: false, why: 'withdrawn', can: ['give'] })
    await expectRefusal(
      assessor(askAuthority, {
        params: { claimId },
        body: { code: 'medical_record', kind: 'hospital', authority: '潮南区人民医院', why: '家属不便' },
      }),
      'customers.use_withdrawn',
    )
    const { purposes } = await service(listConsents, { params })
    expect(purposes.find((one) => one.id === 'claims')).toMatchObject({ may: true, why: 'basis', can: [] })
  })
})
