import { receivePushedSms } from '@anpei/contract/portal'
import type { Sent } from '@anpei/contract/kernel'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { saveChannelSetting } from '../notifications/index.ts'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'

const TOKEN = 'push-token-0123456789'

describe('SRV-03 short messages pushed by providers', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
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
  const push = (body: NonNullable<Sent<typeof receivePushedSms>['body']>, token = TOKEN) =>
    world.anyone(receivePushedSms, { params: { tenantId: 1, token }, body })
  const kept = () =>
    world.app.pool.withTenant(1, ({ db }) =>
      db
        .selectFrom('desk_request')
        .select(['channel', 'message_count', 'received_at'])
        .orderBy('received_at')
        .execute(),
    )

  it('阿里云: several at once, each once, with the time the network gives; a thread is a telephone', async () => {
    const one = { phone_number: '13711112222', send_time: '2026-11-01 09:00:00', dest_code: '1234' }
    const both = [
      { ...one, content: '什么时候赔', sequence_id: '1001' },
      { ...one, content: '在吗', sequence_id: '1002' },
    ]
    expect(await push(both)).toEqual({ code: 0, msg: 'OK', result: 0, errmsg: 'OK' })
    await push(both)
    expect(await kept()).toEqual([{ channel: 'sms', message_count: 2, received_at: '2026-11-01T01:00:00.000Z' }])
  })

  it('腾讯云: one at a time, known again by telephone, second and words', async () => {
    const one = {
      extend: '',
      mobile: '13711113333',
      nationcode: '86',
      sign: '安赔',
      text: '要投诉',
      time: 1_793_494_800,
    }
    await push(one)
    await push(one)
    expect((await kept()).map((row) => row.message_count)).toEqual([2, 1])
  })

  it('a question for a case is answered by text and is no request', async () => {
    await push({ mobile: '13711114444', nationcode: '86', text: '查 P269900000000 0018', time: 1_793_494_800 })
    expect(await kept()).toHaveLength(2)
  })

  it('only at the address that holds the secret', async () => {
    const one = { mobile: '13711113333', text: '好', time: 1 }
    await expectRefusal(push(one, 'push-token-0123456780'), 'notifications.signature_wrong')
  })
})
