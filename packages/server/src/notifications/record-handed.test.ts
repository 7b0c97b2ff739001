import { getNotice, handOverNotice, recordHanded } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { tellSomebody } from './notices.fixture.ts'

describe('NTF-03 the outcome of a letter or a visit ends the notice', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  const visit = (reached: boolean, proof: string) => ({ reached, way: 'visit', proof }) as const

  it('told in person: it has reached, with its proof', async () => {
    const one = await tellSomebody(world, service)
    const outcome = { ...one, body: visit(true, '在家，当面讲清') }
    await expectRefusal(service(recordHanded, outcome), 'notifications.not_by_hand')
    await service(handOverNotice, one)
    await world.runJobs()
    expect(await service(recordHanded, outcome)).toMatchObject({
      state: 'reached',
      attempts: [{ channel: 'sms' }, { channel: 'visit', state: 'reached', proof: '上门当面告知：在家，当面讲清' }],
    })
  })

  it('a letter that came back goes on to a visit; nobody found: it has failed, for everybody to see', async () => {
    const one = await tellSomebody(world, service, null)
    await service(recordHanded, { ...one, body: { reached: false, way: 'letter_signed', proof: '退信' } })
    await world.runJobs()
    expect(await service(getNotice, one)).toMatchObject({ state: 'waiting', channel: 'visit' })
    await service(recordHanded, { ...one, body: visit(false, '已搬走') })
    await world.runJobs()
    expect(await service(getNotice, one)).toMatchObject({
      state: 'failed',
      attempts: [
        { channel: 'letter', state: 'failed', fault: '退信' },
        { channel: 'visit', state: 'failed', fault: '已搬走' },
      ],
    })
  })
})
