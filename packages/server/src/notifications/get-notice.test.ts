import { getNotice, listNotices } from '@anpei/contract/notifications'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { tellSomebody } from './notices.fixture.ts'
import { queuePhoneText } from './store-texts.ts'

describe('NTF-04 a notice with every attempt', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('shows its way, its attempts, and what may be done', async () => {
    const one = await tellSomebody(world, service)
    const notice = await service(getNotice, one)
    expect(notice).toMatchObject({ state: 'sent', title: '报案已收到', nextWord: '前没有回执，改用下一渠道' })
    expect(notice).toMatchObject({ can: ['reveal', 'handOver', 'stop', 'slip'] })
    expect(notice.steps.map((step) => step.channelWord)).toEqual(['短信', '语音电话', '信函', '上门'])
    expect(notice.attempts).toMatchObject([{ channel: 'sms', recipientMasked: '139****0001', state: 'accepted' }])
    await expectRefusal(service(getNotice, { params: { noticeId: newId() } }), 'request.not_found')
  })

  it('a code that opens nothing any more is not sent', async () => {
    const subject = { kind: 'one_time_code', id: newId() }
    await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      queuePhoneText(tx, {
        subject,
        template: 'one_time_code',
        phone: '13900000000',
        phoneMasked: '139****0000',
        text: '验证码 123456',
      }),
    )
    world.clock.forward(30 * 60_000)
    await world.runJobs()
    const { items } = await service(listNotices, { query: { subjectId: subject.id } })
    const code = { params: { noticeId: items[0]?.id ?? '' } }
    expect(await service(getNotice, code)).toMatchObject({ state: 'stopped', fault: '验证码已过期', text: '', can: [] })
  })
})
