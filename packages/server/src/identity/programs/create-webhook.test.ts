import { createHmac } from 'node:crypto'
import { createWebhook, listDeliveries, listWebhooks, retryDelivery, unlockStaff } from '@anpei/contract/identity'
import { NOBODY_ID } from '@anpei/domain/kernel'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { goRound } from '../rounds.ts'
import { sendWebhooks } from './send-webhooks.ts'
import { openOffice, type Office } from '../staff-world.fixture.ts'
import { openReceiver, type Receiver } from './webhook-receiver.fixture.ts'

describe('OPS-01 signed webhooks', () => {
  let world: World
  let office: Office
  let receiver: Receiver
  beforeEach(async () => {
    world = await openWorld()
    office = await openOffice(world)
    receiver = await openReceiver()
    await round()
  })
  afterEach(async () => {
    await receiver.close()
    await world.close()
  })
  /** Rounds until everything is sealed: what runs in other test files may hold the seal back for a moment. */
  async function round(): Promise<void> {
    for (;;) {
      await goRound(world.app, (_task, error) => {
        throw error
      })
      const { rows } = await world.app.pool.withTenant(1, ({ client }) =>
        client.query<{ open: boolean }>(`select
        exists (
        select from event where txid >= (select coalesce(max(txid_before), 0) from audit_block)) as open`),
      )
      if (!rows[0]?.open) break
    }
    await goRound(world.app, (_task, error) => {
      throw error
    })
  }
  const agreed = async () => (await office.admin(listWebhooks, {})).partners.find((one) => one.name.includes('接口'))
  const listen = async (events: string[], name = '对接') =>
    office.admin(createWebhook, { body: { name, url: receiver.url, sharingId: (await agreed())?.id ?? '', events } })
  const unlock = async () => office.admin(unlockStaff, { params: { id: await office.idOf('service1') } })
  const deliveries = (id: string) => office.admin(listDeliveries, { params: { id } })

  it('delivers what was asked for, once, signed over time and body, without personal values', async () => {
    const { id, secret } = await listen(['staff.unlocked', 'claim.*'])
    await unlock()
    await round()
    await round()
    expect(receiver.received.map((one) => one.event)).toEqual(['staff.unlocked'])
    const [got] = receiver.received
    const [, seconds = '', hex = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(got?.signature ?? '') ?? []
    expect(createHmac('sha256', secret).update(`${seconds}.${got?.body}`).digest('hex')).toBe(hex)
    expect(Number(seconds) * 1000).toBe(Date.parse(world.clock.now()))
    const subjectId = await office.idOf('service1')
    expect(JSON.parse(got?.body ?? '')).toMatchObject({
      name: 'staff.unlocked',
      subject: { kind: 'staff_user', id: subjectId },
      facts: {},
    })
    expect((await deliveries(id)).items).toMatchObject([
      { outcome: 'delivered', tries: 1, lastStatus: 204, id: got?.delivery },
    ])
  })

  it('CUS-11: nothing of a sealed matter leaves', async () => {
    await listen(['staff.unlocked'])
    const about = await office.idOf('service1')
    await arrange(
      world,
      `insert into seal (tenant_id, subject_kind, subject_id, concerned, shut, reason, sealed_at)
       values (1, 'staff_user', $1, '{}', false, '投诉', $2)`,
      [about, world.clock.now()],
    )
    await unlock()
    await round()
    expect(receiver.received).toEqual([])
  })

  it('CUS-09: names the agreement it stands under, and sends nothing while that is out of force', async () => {
    const { id } = await listen(['staff.unlocked'])
    const toOn = (day: string) => arrange(world, `update sharing_entry set to_on = $1 where kind = 'program'`, [day])
    await toOn('2026-11-22')
    await unlock()
    await round()
    expect(receiver.received).toEqual([])
    const { items } = await office.admin(listWebhooks, {})
    expect(items.find((one) => one.id === id)).toMatchObject({ partner: '核心系统接口', inForce: false })
    const other = { name: '另一个', url: receiver.url, sharingId: id, events: ['claim.*'] }
    await expectRefusal(office.admin(createWebhook, { body: other }), 'identity.webhook_without_sharing')
    await toOn('2039-12-31')
    await round()
    expect(receiver.received.map((one) => one.event)).toEqual(['staff.unlocked'])
  })

  it('tries again, later each time, until it is received', async () => {
    const { id } = await listen(['staff.*'])
    receiver.failNext(2)
    await unlock()
    await round()
    expect((await deliveries(id)).items).toMatchObject([
      { outcome: 'waiting', tries: 1, lastStatus: 503, nextTryAt: '2026-11-23T01:00:30.000Z' },
    ])
    expect(await sendWebhooks(world.app, 1)).toBe(0)
    world.clock.forward(30_000)
    await round()
    expect((await deliveries(id)).items).toMatchObject([{ tries: 2, nextTryAt: '2026-11-23T01:01:30.000Z' }])
    world.clock.forward(60_000)
    await round()
    expect((await deliveries(id)).items).toMatchObject([{ outcome: 'delivered', tries: 3 }])
    expect(receiver.received).toHaveLength(1)
  })

  it('gives up after twelve tries; a person can send it again', async () => {
    const { id } = await listen(['staff.*'])
    receiver.failNext(99)
    await unlock()
    await round()
    for (let tries = 1; tries < 12; tries++) {
      world.clock.forward(6 * 3_600_000)
      await sendWebhooks(world.app, 1)
    }
    office = await openOffice(world)
    const { items } = await deliveries(id)
    expect(items).toMatchObject([{ outcome: 'given_up', tries: 12, nextTryAt: null, lastFault: 'HTTP 503' }])
    expect((await office.admin(listWebhooks, {})).items).toMatchObject([{ failed: 1, waiting: 0 }])
    receiver.failNext(0)
    await office.admin(retryDelivery, { params: { id: items[0]?.id ?? '' } })
    await round()
    expect((await deliveries(id)).items).toMatchObject([{ outcome: 'delivered' }])
  })

  it('loses nothing when the sender dies between taking and sending, and sends once with many senders', async () => {
    const { id } = await listen(['staff.*'])
    await unlock()
    await unlock()
    await round()
    expect(receiver.received).toHaveLength(2)
    receiver.failNext(1)
    await unlock()
    await Promise.all([round(), round(), round()])
    world.clock.forward(3_600_000)
    await Promise.all([sendWebhooks(world.app, 1), sendWebhooks(world.app, 1)])
    expect(receiver.received).toHaveLength(3)
    expect((await deliveries(id)).items.every((item) => item.outcome === 'delivered')).toBe(true)
  })

  it('says what went wrong where nobody listens, and refuses plain http and a name twice', async () => {
    await receiver.close()
    const { id } = await listen(['staff.*'])
    await unlock()
    await round()
    expect((await deliveries(id)).items).toMatchObject([
      { outcome: 'waiting', lastStatus: null, lastFault: expect.stringContaining('fetch failed') },
    ])
    await expectRefusal(listen(['claim.*']), 'identity.name_taken')
    await expectRefusal(
      office.admin(createWebhook, {
        body: { name: '外部', url: 'http://example.com/', sharingId: NOBODY_ID, events: ['claim.*'] },
      }),
      'identity.url_not_allowed',
    )
  })
})
