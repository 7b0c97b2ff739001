import { listStandInDeliveries } from '@anpei/contract/notifications'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealMatter } from '../../customers/index.ts'
import { systemWrite } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { openWorld, staffId, type Caller, type World } from '../../testing/index.ts'
import { notify } from '../notify.ts'

describe('NTF-01 the local stand-ins keep what they were handed', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('with channel, masked recipient and text, newest first', async () => {
    for (const phone of ['13900000001', '81234567']) {
      await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
        notify(tx, {
          personId: null,
          occasion: phone,
          template: 'report_received',
          facts: { reportNo: 'B26110000017' },
          subject: { kind: 'report', id: newId() },
          otherPhone: phone,
          otherName: '陈小明',
        }),
      )
      await world.runJobs()
    }
    const page = await service(listStandInDeliveries, { query: { limit: 1 } })
    expect(page.items).toMatchObject([
      { channel: 'voice', recipientMasked: '0754-****4567', text: expect.stringContaining('报案号B二六幺幺') },
    ])
    const next = await service(listStandInDeliveries, { query: { limit: 1, cursor: page.nextCursor ?? '' } })
    expect(next).toMatchObject({ items: [{ channel: 'sms', recipientMasked: '139****0001' }], nextCursor: null })
  })

  it('CMP-05, CUS-11: not what was told about a sealed matter, to whoever it concerns', async () => {
    const subject = { kind: 'complaint', id: newId() }
    const concerned = [await staffId(world, 'service1')]
    await systemWrite(world.app, systemActor(1, 'test'), async (tx) => {
      await sealMatter(tx, subject, { concerned, keepers: [], shut: false, reason: '涉及工作人员' })
      await notify(tx, {
        personId: null,
        occasion: 'sealed',
        template: 'report_received',
        facts: { reportNo: 'B26110000025' },
        subject,
        otherPhone: '13900000002',
        otherName: '陈小明',
      })
    })
    await world.runJobs()
    const seen = async (caller: Caller) =>
      (await caller(listStandInDeliveries, { query: {} })).items.map((one) => one.recipientMasked)
    expect(await seen(await world.as('deskhead'))).toContain('139****0002')
    expect(await seen(service)).not.toContain('139****0002')
  })
})
