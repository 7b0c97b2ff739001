import { printSlip, signSlip } from '@anpei/contract/notifications'
import { dayOfInstant, addDays } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { tellSomebody } from '../notices.fixture.ts'

describe('NTF-03 a signed slip of the counter counts as reached', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('with who signed, how and when; once', async () => {
    const today = dayOfInstant(world.clock.now())
    const signed = (signedOn: string) => ({ signedBy: 'self', mark: 'thumbprint', signedOn }) as const
    const one = await tellSomebody(world, service)
    await expectRefusal(service(signSlip, { ...one, body: signed(today) }), 'notifications.no_slip')
    await service(printSlip, one)
    await expectRefusal(service(signSlip, { ...one, body: signed(addDays(today, 1)) }), 'notifications.slip_day')
    await expectRefusal(service(signSlip, { ...one, body: signed(addDays(today, -1)) }), 'notifications.slip_day')
    expect(await service(signSlip, { ...one, body: signed(today) })).toMatchObject({
      state: 'reached',
      attempts: [
        { channel: 'sms' },
        { channel: 'counter', state: 'reached', proof: expect.stringMatching(/^本人按手印/) },
      ],
    })
    await expectRefusal(service(signSlip, { ...one, body: signed(today) }), 'lifecycle.not_possible')
  })
})
