import { giveConsent, withdrawConsent } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, type World } from '../../testing/index.ts'
import { eventsNamed, openWorld, personIdOf } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-06 taken back as easily as given', () => {
  it('ends at once, once, and stands on the timeline', async () => {
    const service = await world.as('service1')
    const files = [{ field: 'proof', file: new Blob(['%PDF-1.4 同意书\n%%EOF']), name: '同意书.pdf' }]
    const body = { purpose: 'care', givenHow: 'paper', fromOn: '2026-11-23' } as const
    const given = await service(giveConsent, { params: { personId: await personIdOf(world, 'chen') }, body }, { files })
    const params = { consentId: given.consents[0]?.id ?? '' }
    const done = await service(withdrawConsent, { params, body: { how: 'voice' } })
    expect(done.consents).toMatchObject([{ withdrawnHow: 'voice', can: [] }])
    const again = service(withdrawConsent, { params, body: { how: 'voice' } })
    await expectRefusal(again, 'customers.consent_withdrawn_before')
    await expectRefusal(
      service(withdrawConsent, { params: { consentId: newId() }, body: { how: 'voice' } }),
      'request.not_found',
    )
    expect(await eventsNamed(world, 'consent.withdrawn')).toMatchObject([{ facts: { purpose: '关怀提醒' } }])
  })
})
