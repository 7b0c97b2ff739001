import { createHmac } from 'node:crypto'
import { getNotice, listNotices, receiveReceipts } from '@anpei/contract/notifications'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { takeDueNotices } from '../due-notices.ts'
import type { Outgoing } from './gateway.ts'
import type { Checked } from '../notice-check.ts'
import { notify } from '../notify.ts'
import { recordSent } from '../record-sent.ts'
import { saveChannelSetting } from './store-channels.ts'
import { workNotices } from '../work-notices.ts'

type Sent = { number: string; status: 'delivered' | 'read' | 'answered' | 'failed'; at: string; detail?: string }

describe('NTF-03 receipts of gateways', () => {
  let world: World
  let service: Caller
  const subjectId = newId()
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      saveChannelSetting(tx.db, 1, tx.vault, {
        channel: 'sms',
        gateway: 'stand_in',
        settings: {},
        secrets: { receiptKey: 'receipt-key' },
        changedBy: newId(),
        changedAt: tx.now,
      }),
    )
  })
  afterAll(() => world.close())

  /** Tells somebody and takes the message out; the gateway has it, nothing is written down yet. */
  const takeOne = async (occasion: string): Promise<Outgoing> => {
    await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      notify(tx, {
        personId: null,
        occasion,
        template: 'report_received',
        facts: { reportNo: 'B26110000017' },
        subject: { kind: 'report', id: subjectId },
        otherPhone: '13900000001',
        otherName: '陈小明',
      }),
    )
    const { messages } = await takeDueNotices(world.app, 1, async () => new Map<string, Checked>())
    const message = messages[0]
    if (!message) throw new Error('nothing was due')
    return message
  }
  const latest = async () => {
    const { items } = await service(listNotices, { query: { subjectId, limit: 1 } })
    return service(getNotice, { params: { noticeId: items[0]?.id ?? '' } })
  }
  const send = (receipts: Sent[], key = 'receipt-key', timestamp = world.clock.now()) => {
    const lines = receipts.map((one) => `${one.number}|${one.status}|${one.at}\n`).join('')
    const signature = createHmac('sha256', key).update(`${timestamp}\n${lines}`).digest('hex')
    return world.anyone(receiveReceipts, {
      params: { tenantId: 1, channel: 'sms' },
      body: { timestamp, receipts, signature },
    })
  }
  const at = '2026-11-23T01:00:05.000Z'

  it('before the send is recorded: it counts, and the record that follows takes nothing back', async () => {
    const message = await takeOne('receipt:1')
    await send([{ number: message.id, status: 'delivered', at }])
    expect(await latest()).toMatchObject({ state: 'reached', attempts: [{ state: 'reached' }] })
    await recordSent(world.app, 1, [message], [{ id: message.id, taken: true, providerNo: 'G-1' }])
    expect(await latest()).toMatchObject({
      state: 'reached',
      dueAt: null,
      attempts: [{ state: 'reached', providerNo: 'G-1' }],
    })
  })

  it('under the gateway’s own number, before that number is known: it is kept and applied', async () => {
    const message = await takeOne('receipt:2')
    await send([{ number: 'G-2', status: 'delivered', at }])
    expect(await latest()).toMatchObject({ state: 'waiting' })
    await recordSent(world.app, 1, [message], [{ id: message.id, taken: true, providerNo: 'G-2' }])
    expect(await latest()).toMatchObject({ state: 'reached' })
  })

  it('twice, and out of order: once', async () => {
    const message = await takeOne('receipt:3')
    await recordSent(world.app, 1, [message], [{ id: message.id, taken: true, providerNo: null }])
    const receipts: Sent[] = [
      { number: message.id, status: 'delivered', at },
      { number: message.id, status: 'delivered', at },
      { number: message.id, status: 'failed', at: '2026-11-23T01:00:09.000Z' },
    ]
    await send(receipts)
    await send(receipts)
    const rows = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('notice_receipt').select('status').where('number', '=', message.id).execute(),
    )
    expect(rows).toHaveLength(2)
    expect(await latest()).toMatchObject({ state: 'reached', tries: 1 })
  })

  it('that it failed sends it to the next channel', async () => {
    const message = await takeOne('receipt:4')
    await recordSent(world.app, 1, [message], [{ id: message.id, taken: true, providerNo: null }])
    await send([{ number: message.id, status: 'failed', at, detail: '空号' }])
    await workNotices(world.app, 1)
    await world.runJobs()
    expect(await latest()).toMatchObject({
      channel: 'voice',
      state: 'sent',
      attempts: [{ channel: 'sms', state: 'failed', fault: '空号' }, { channel: 'voice' }],
    })
  })

  it('without a key that fits, or too old, they are refused', async () => {
    const receipt: Sent = { number: newId(), status: 'delivered', at }
    await expectRefusal(send([receipt], 'another-key'), 'notifications.signature_wrong')
    await expectRefusal(send([receipt], 'receipt-key', '2026-11-22T01:00:00.000Z'), 'notifications.signature_wrong')
    expect(await send([receipt])).toEqual({ received: 1 })
  })
})
