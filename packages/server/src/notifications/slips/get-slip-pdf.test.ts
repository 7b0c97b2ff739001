import { getSlipPdf, printSlip, signSlip } from '@anpei/contract/notifications'
import { dayOfInstant } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { tellSomebody } from '../notices.fixture.ts'

describe('NTF-01 the slip of the counter on paper', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('can be printed from the printing until the signature', async () => {
    const one = await tellSomebody(world, service)
    await expectRefusal(service(getSlipPdf, one), 'notifications.no_slip')
    await service(printSlip, one)
    const pdf: unknown = await service(getSlipPdf, one)
    if (!(pdf instanceof Blob)) throw new Error('not a file')
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const signedOn = dayOfInstant(world.clock.now())
    await service(signSlip, { ...one, body: { signedBy: 'family', mark: 'signature', signedOn } })
    await expectRefusal(service(getSlipPdf, one), 'notifications.no_slip')
  })
})
