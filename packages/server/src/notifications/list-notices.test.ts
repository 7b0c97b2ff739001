import { listNotices, listStandInDeliveries } from '@anpei/contract/notifications'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { notify } from './notify.ts'
import { queuePhoneText } from './store-texts.ts'

describe('NTF-04 everything that left, and what became of it', () => {
  let world: World
  let service: Caller
  const subject = { kind: 'report', id: newId() }
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    await systemWrite(world.app, systemActor(1, 'test'), async (tx) => {
      for (let i = 0; i < 5; i++) {
        await notify(tx, {
          personId: null,
          occasion: `report:${i}`,
          template: 'report_received',
          facts: { reportNo: `B${i}` },
          subject,
          otherPhone: `1390000000${i}`,
          otherName: '陈小明',
        })
      }
      await queuePhoneText(tx, {
        subject: { kind: 'one_time_code', id: newId() },
        template: 'one_time_code',
        phone: '13900000000',
        phoneMasked: '139****0000',
        text: '验证码 123456',
      })
    })
    await world.runJobs()
  })
  afterAll(() => world.close())

  it('newest first, page by page, without counting the same twice', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await service(listNotices, {
        query: { subjectId: subject.id, limit: 2, ...(cursor ? { cursor } : {}) },
      })
      seen.push(...page.items.map((item) => item.text))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen.map((text) => /报案号B(\d)/.exec(text)?.[1])).toEqual(['4', '3', '2', '1', '0'])
  })

  it('shows no one-time code, filters by state, and only to those who may look', async () => {
    const { items } = await service(listNotices, { query: { state: 'sent' } })
    expect(items).toHaveLength(6)
    expect(items.find((item) => item.template === 'one_time_code')?.text).toBe('')
    expect((await service(listNotices, { query: { state: 'failed' } })).items).toEqual([])
    const finance = await world.as('finance1')
    await expectRefusal(finance(listNotices, {}), 'request.not_permitted')
    await expectRefusal(finance(listStandInDeliveries, {}), 'request.not_permitted')
  })
})
