import { getNotice, listNotices, receiveSmsReports } from '@anpei/contract/notifications'
import type { Sent } from '@anpei/contract/kernel'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { putIn } from '../notices.fixture.ts'
import { saveChannelSetting } from './store-channels.ts'

const TOKEN = 'push-token-0123456789'

describe('NTF-03 providers of short messages push their receipts', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      saveChannelSetting(tx.db, 1, tx.vault, {
        channel: 'sms',
        gateway: 'stand_in',
        settings: {},
        secrets: { pushToken: TOKEN },
        changedBy: newId(),
        changedAt: tx.now,
      }),
    )
  })
  afterAll(() => world.close())

  const sent = async () => {
    const subject = { kind: 'report', id: newId() }
    await putIn(world, { occasion: `push:${subject.id}`, subject })
    await world.runJobs()
    const { items } = await service(listNotices, { query: { subjectId: subject.id } })
    const one = { params: { noticeId: items[0]?.id ?? '' } }
    return { one, number: (await service(getNotice, one)).attempts[0]?.id ?? '' }
  }
  type Body = NonNullable<Sent<typeof receiveSmsReports>['body']>
  const push = (body: Body, token = TOKEN) => world.anyone(receiveSmsReports, { params: { tenantId: 1, token }, body })
  const aliyun = (number: string, success = true) => ({
    phone_number: '13812345678',
    send_time: '2026-11-20 09:00:00',
    report_time: '2026-11-20 09:00:03',
    success,
    err_code: success ? 'DELIVERED' : 'MOBILE_IN_BLACK',
    err_msg: success ? '用户接收成功' : '号码在黑名单中',
    sms_size: '1',
    biz_id: '9006197469364984^0',
    out_id: number,
  })

  it('阿里云: delivered, and failed with its reason, under our number', async () => {
    const [first, second] = [await sent(), await sent()]
    const answer = await push([aliyun(first.number), aliyun(first.number), aliyun(second.number, false)])
    expect(answer).toMatchObject({ code: 0 })
    expect(await service(getNotice, first.one)).toMatchObject({ state: 'reached' })
    expect(await service(getNotice, second.one)).toMatchObject({
      attempts: [{ state: 'failed', fault: 'MOBILE_IN_BLACK 号码在黑名单中' }],
    })
  })

  it('腾讯云: under its own number', async () => {
    const { one, number } = await sent()
    const report = { user_receive_time: '2026-11-20 09:00:03', nationcode: '86', mobile: '13812345678', sid: number }
    expect(
      await push([{ ...report, report_status: 'SUCCESS', errmsg: 'DELIVRD', description: '用户短信送达成功' }]),
    ).toEqual({ code: 0, msg: 'OK', result: 0, errmsg: 'OK' })
    expect(await service(getNotice, one)).toMatchObject({ state: 'reached' })
  })

  it('only at the address that holds the secret', async () => {
    await expectRefusal(push([aliyun('x')], 'push-token-0123456780'), 'notifications.signature_wrong')
    await expectRefusal(push([aliyun('x')], 'x'), 'notifications.signature_wrong')
  })
})
