import { getNotice, printSlip as route, recordHanded, stopNotice } from '@anpei/contract/notifications'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import type { Checked } from '../notice-check.ts'
import { tellSomebody } from '../notices.fixture.ts'
import { printSlip } from './print-slip.ts'
import { workNotices } from '../work-notices.ts'

describe('NTF-01 NTF-03 a slip of the counter', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('is a channel of its own in the chain, printed once however often it is asked for', async () => {
    const one = await tellSomebody(world, service)
    expect(await service(getNotice, one)).toMatchObject({ can: expect.arrayContaining(['slip']) })
    const printed = await service(route, one)
    expect(printed).toMatchObject({
      state: 'waiting',
      channel: 'counter',
      attempts: [{ channel: 'sms' }, { channel: 'counter', providerNo: expect.stringMatching(/^Q\d{12}$/) }],
    })
    expect(printed.can).toContain('sign')
    expect(printed.steps.map((step) => step.channel).slice(0, 2)).toEqual(['sms', 'counter'])
    expect((await service(route, one)).attempts).toHaveLength(2)
    const outcome = { reached: true, way: 'visit', proof: '当面' } as const
    await expectRefusal(service(recordHanded, { ...one, body: outcome }), 'notifications.not_by_hand')
  })

  it('left unsigned: the next channel is tried, at last the visit', async () => {
    const one = await tellSomebody(world, service, null)
    await service(route, one)
    world.clock.forward(30 * 3_600_000)
    await workNotices(world.app, 1)
    await world.runJobs()
    const left = await service(getNotice, one)
    expect(left).toMatchObject({ channel: 'visit' })
    expect(left.attempts.map((attempt) => [attempt.channel, attempt.state]).slice(0, 2)).toEqual([
      ['letter', 'failed'],
      ['counter', 'failed'],
    ])
  })

  it('what is no longer true is not printed; what changed is said as it is now', async () => {
    const one = await tellSomebody(world, service)
    const print = (checked: Checked) =>
      systemWrite(world.app, systemActor(1, 'test'), (tx) =>
        printSlip(async () => new Map([[one.params.noticeId, checked]]))(tx, one),
      )
    expect(await print({ stale: '案件已撤回' })).toMatchObject({ code: 'notifications.no_longer_true' })
    await print({ facts: { reportNo: 'B26110000099' } })
    expect((await service(getNotice, one)).text).toContain('B26110000099')
  })

  it('nothing is printed of a notice that was stopped, nor by somebody who may not', async () => {
    const one = await tellSomebody(world, service)
    const finance = await world.as('finance1')
    await expectRefusal(finance(route, one), 'request.not_permitted')
    await service(stopNotice, { ...one, body: { reason: '说错了' } })
    await expectRefusal(service(route, one), 'lifecycle.not_possible')
  })
})
