import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { getNotice, listNotices, listStandInDeliveries } from '@anpei/contract/notifications'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { openWorld, testPeople, type World } from '../testing/index.ts'
import { takeDueNotices } from './due-notices.ts'
import { gatewaysOf } from './channels/gateways.ts'
import type { Checked } from './notice-check.ts'
import { notify } from './notify.ts'
import { sendNotices } from './send-notices.ts'
import { saveChannelSetting } from './channels/store-channels.ts'
import { workNotices } from './work-notices.ts'

const self = systemActor(1, 'test')
const asBefore = async () => new Map<string, Checked>()

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('nobody listens')
  return address.port
}

/** A gateway that counts by our number, as a provider does, and answers as it is told to. */
async function openGatewayServer(): Promise<{
  server: Server
  url: string
  seen: Map<string, number>
  answer: { status: number }
}> {
  const seen = new Map<string, number>()
  const answer = { status: 200 }
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => (text += chunk))
    request.on('end', () => {
      const { number }: { number: string } = JSON.parse(text)
      seen.set(number, (seen.get(number) ?? 0) + 1)
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify(answer.status === 200 ? { providerNo: `G-${number.slice(-6)}` } : { error: 'no such number' }),
      )
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, url: `http://127.0.0.1:${portOf(server)}/send`, seen, answer }
}

describe('NTF-02 a notice leaves exactly once', () => {
  let world: World
  let personId = ''
  let gateway: Awaited<ReturnType<typeof openGatewayServer>>
  beforeAll(async () => {
    world = await openWorld()
    gateway = await openGatewayServer()
    personId = (
      await world.app.pool.withTenant(1, ({ db }) =>
        db.selectFrom('person').select('id').where('name', '=', testPeople.chen.name).executeTakeFirstOrThrow(),
      )
    ).id
  })
  afterAll(async () => {
    gateway.server.close()
    await world.close()
  })

  const tell = (occasion: string) =>
    systemWrite(world.app, self, (tx) =>
      notify(tx, {
        personId,
        occasion,
        template: 'claim_registered',
        facts: { claimNo: 'P26110000017' },
        subject: { kind: 'other', id: newId() },
      }),
    )
  // Sessions end; hours and days pass here.
  const deliveries = async () =>
    (await (await world.as('service1'))(listStandInDeliveries, { query: { limit: 100 } })).items
  const latest = async () => {
    const service = await world.as('service1')
    const { items } = await service(listNotices, { query: { personId, limit: 1 } })
    return service(getNotice, { params: { noticeId: items[0]?.id ?? '' } })
  }
  const useGateway = (on: boolean) =>
    systemWrite(world.app, self, (tx) =>
      saveChannelSetting(tx.db, 1, tx.vault, {
        channel: 'sms',
        gateway: on ? 'sms_http' : 'stand_in',
        settings: { url: gateway.url },
        secrets: { key: 'k' },
        changedBy: self.id,
        changedAt: tx.now,
      }),
    )
  const minutes = (count: number) =>
    world.clock.set(new Date(Date.parse(world.clock.now()) + count * 60_000).toISOString())

  it('one per person and occasion, however often it is asked for', async () => {
    expect(await tell('registered:1')).toBe('sms')
    expect(await tell('registered:1')).toBe('told_before')
    await world.runJobs()
    expect(await deliveries()).toHaveLength(1)
    expect(await latest()).toMatchObject({ state: 'sent', tries: 1, text: expect.stringContaining('陈*英：') })
  })

  it('the stand-in gives its receipt later: then it has reached', async () => {
    minutes(1)
    await workNotices(world.app, 1)
    await world.runJobs()
    expect(await latest()).toMatchObject({
      state: 'reached',
      dueAt: null,
      attempts: [{ state: 'reached', receiptWord: '已到对方' }],
    })
  })

  it('once also when the worker is killed between sending and recording', async () => {
    await useGateway(true)
    await tell('registered:2')
    // A worker takes the notice, hands it to the gateway, and dies before it writes down that it did.
    const { messages } = await takeDueNotices(world.app, 1, asBefore)
    expect(messages).toHaveLength(1)
    await (await gatewaysOf(world.app, 1))('sms').send(messages)
    expect(await latest()).toMatchObject({ state: 'waiting', attempts: [{ state: 'sending' }] })
    await sendNotices(world.app, 1, asBefore)
    expect(gateway.seen.get(messages[0]?.id ?? '')).toBe(1)
    // It is given up for dead after its lease; the next one hands over the same number.
    minutes(6)
    await sendNotices(world.app, 1, asBefore)
    await sendNotices(world.app, 1, asBefore)
    expect([...gateway.seen]).toEqual([[messages[0]?.id, 2]])
    const notice = await latest()
    expect(notice).toMatchObject({ state: 'sent', attempts: [{ id: messages[0]?.id, state: 'accepted', tries: 2 }] })
    expect(notice.attempts[0]?.providerNo).toMatch(/^G-/)
  })

  it('a gateway that fails is asked again under the same number, then the next channel takes over', async () => {
    gateway.seen.clear()
    gateway.answer.status = 503
    await tell('registered:3')
    for (const wait of [0, 1, 2, 4]) {
      minutes(wait)
      await sendNotices(world.app, 1, asBefore)
    }
    expect([...gateway.seen.values()]).toEqual([3])
    expect(await latest()).toMatchObject({
      state: 'sent',
      channel: 'voice',
      attempts: [
        { channel: 'sms', state: 'failed', tries: 3, fault: expect.stringContaining('503') },
        { channel: 'voice', state: 'accepted' },
      ],
    })
  })

  it('a number the gateway refuses goes to the next channel at once', async () => {
    gateway.answer.status = 422
    await tell('registered:4')
    await sendNotices(world.app, 1, asBefore)
    expect(await latest()).toMatchObject({
      channel: 'voice',
      attempts: [{ state: 'failed', tries: 1 }, { channel: 'voice' }],
    })
    gateway.answer.status = 200
  })

  it('without a receipt the chain goes on to a letter and at last a visit', async () => {
    await tell('registered:5')
    await sendNotices(world.app, 1, asBefore)
    const seen: string[] = []
    for (const wait of [61, 0, 241, 0, 10_081, 0]) {
      minutes(wait)
      await sendNotices(world.app, 1, asBefore)
      const { channel, state } = await latest()
      if (seen.at(-1) !== `${channel} ${state}`) seen.push(`${channel} ${state}`)
    }
    expect(seen).toEqual(['voice sent', 'letter waiting', 'visit waiting'])
    await useGateway(false)
  })

  it('what is no longer true is stopped with its reason, what has changed is written anew', async () => {
    await tell('registered:6')
    const first = await latest()
    await sendNotices(world.app, 1, async () => new Map([[first.id, { stale: '案件已撤回' }]]))
    expect(await latest()).toMatchObject({ state: 'stopped', fault: '案件已撤回', attempts: [] })
    await tell('registered:7')
    const second = await latest()
    await sendNotices(world.app, 1, async () => new Map([[second.id, { facts: { claimNo: 'P26110000025' } }]]))
    expect(await latest()).toMatchObject({ state: 'sent', text: expect.stringContaining('P26110000025') })
  })

  it('nothing leaves when the transaction it belongs to is rolled back', async () => {
    const before = (await deliveries()).length
    await expect(
      systemWrite(world.app, self, async (tx) => {
        await notify(tx, {
          personId,
          occasion: 'registered:8',
          template: 'claim_registered',
          facts: { claimNo: 'P1' },
          subject: { kind: 'claim', id: newId() },
        })
        throw new Error('the case could not be written')
      }),
    ).rejects.toThrow('the case could not be written')
    await world.runJobs()
    expect((await deliveries()).length).toBe(before)
  })

  it('waits for the end of the quiet hours', async () => {
    world.clock.set('2026-12-20T14:30:00.000Z')
    await tell('registered:9')
    await world.runJobs()
    expect(await latest()).toMatchObject({ state: 'waiting', tries: 0, dueAt: '2026-12-21T00:00:00.000Z' })
    world.clock.set('2026-12-21T00:00:00.000Z')
    await workNotices(world.app, 1)
    await world.runJobs()
    expect(await latest()).toMatchObject({ state: 'sent', tries: 1 })
  })
})
