import { systemActor } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { openWorld, testPeople, type World } from '../testing/index.ts'
import { receiveMessage, type Inbound, type Received } from './index.ts'

describe('SRV-01, SRV-02 a message of any channel becomes a request, once, in its order', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const inbound = (change: Partial<Inbound> = {}): Inbound => ({
    channel: 'email',
    messageId: `<${Math.random()}@example.com>`,
    conversationKey: '<root@example.com>',
    from: { name: '陈先生', email: 'chen@example.com' },
    receivedAt: world.clock.now(),
    subject: '住院津贴怎么领',
    text: '我母亲住院了，津贴怎么领？',
    files: [],
    automatic: false,
    ...change,
  })
  const receive = (message: Inbound): Promise<Received> =>
    systemWrite(world.app, systemActor(1, 'test'), async (tx) => {
      const received = await receiveMessage(tx, message)
      if (!received.ok) throw new Error(received.code)
      return received.value
    })
  const rows = <R>(query: ReturnType<typeof sql<R>>) =>
    systemWrite(world.app, systemActor(1, 'test'), async ({ db }) => (await query.execute(db)).rows)
  const clocksOf = (id: string) =>
    rows(sql<{ clock_id: string; state: string; started_at: string; due_at: string | null }>`select clock_id, state,
      started_at, due_at from clock where subject_id = ${id} order by clock_id, instance_no`)

  it('starts the clock at receipt, keeps the time of entry beside it, and finds the person by telephone', async () => {
    const receivedAt = new Date(Date.parse(world.clock.now()) - 3_600_000).toISOString()
    const { requestId, ...told } = await receive(
      inbound({ conversationKey: 'p1', receivedAt, from: { phone: testPeople.chen.phone } }),
    )
    expect(told).toEqual({ requestNo: expect.stringMatching(/^S\d{12}$/), messageNo: 1, isNew: true, isRepeat: false })
    const [request] = await rows(sql<{ received_at: string; recorded_at: string; due_at: string; name: string }>`
      select r.received_at, r.recorded_at, r.due_at, p.name from desk_request r join person p on p.id = r.person_id
      where r.id = ${requestId}`)
    expect(request).toMatchObject({ received_at: receivedAt, recorded_at: world.clock.now(), name: '陈秀英' })
    const due = new Date(Date.parse(receivedAt) + 24 * 3_600_000).toISOString()
    expect(request?.due_at).toBe(due)
    expect(await clocksOf(requestId)).toEqual([
      { clock_id: 'T42', state: 'running', started_at: receivedAt, due_at: due },
    ])
  })

  it('answers the same request to a message that comes again, also with another thread', async () => {
    const first = inbound({ conversationKey: 'twice' })
    const { requestId, requestNo } = await receive(first)
    const again = { requestId, requestNo, messageNo: 1, isNew: false, isRepeat: true }
    expect(await Promise.all([receive(first), receive(first)])).toEqual([again, again])
    expect(await receive({ ...first, conversationKey: 'the other mailbox' })).toEqual(again)
    const next = await receive(inbound({ conversationKey: 'the other mailbox' }))
    expect(next).toMatchObject({ requestId, messageNo: 2, isNew: false })
  })

  it('keeps the order of a conversation when many come at once, none lost', async () => {
    const received = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        receive(inbound({ channel: 'chat', conversationKey: 'visitor-7', messageId: `m${index}`, text: `${index}` })),
      ),
    )
    expect(new Set(received.map((one) => one.requestId)).size).toBe(1)
    expect(received.map((one) => one.messageNo).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(received.filter((one) => one.isNew)).toHaveLength(1)
    // On line it is three minutes, from the first of them.
    expect(await clocksOf(received[0]?.requestId ?? '')).toMatchObject([{ clock_id: 'T04', state: 'running' }])
  })

  it('keeps an auto-reply and starts nothing by it', async () => {
    const { requestId } = await receive(inbound({ conversationKey: 'away', automatic: true }))
    expect(await clocksOf(requestId)).toEqual([])
    const [request] = await rows(sql<{ unanswered_since: string | null; message_count: number }>`
      select unanswered_since, message_count from desk_request where id = ${requestId}`)
    expect(request).toEqual({ unanswered_since: null, message_count: 1 })
  })

  it('keeps nothing of thread and sender readable, seals a tip, and names a file it may not keep', async () => {
    const photo = await sharp({ create: { width: 32, height: 32, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
    const { requestId } = await receive(
      inbound({
        channel: 'wechat',
        conversationKey: 'openid-oABC',
        kind: 'tip',
        from: { openid: 'openid-oABC' },
        files: [
          { name: '照片.jpg', bytes: photo },
          { name: '发票.exe', bytes: Buffer.from('MZ') },
        ],
      }),
    )
    const [request] = await rows(sql<{ confidential: boolean; papers: number; plain: number }>`select confidential,
      (select cardinality(m.document_ids) from desk_message m where m.request_id = r.id) as papers,
      (select count(*)::int from desk_conversation c where c::text like '%oABC%') as plain
      from desk_request r where id = ${requestId}`)
    expect(request).toEqual({ confidential: true, papers: 1, plain: 0 })
    expect(await clocksOf(requestId)).toEqual([])
  })
})
