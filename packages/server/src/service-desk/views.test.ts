import { recordCareMark } from '@anpei/contract/customers'
import {
  answerRequest,
  getDeskCounts,
  getRequestFile,
  listReplyWordings,
  listRequests,
  snoozeRequest,
} from '@anpei/contract/service-desk'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { came, look, told } from './desk.fixture.ts'

describe('SRV-04 the desk', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('orders by what breaks first, in pages, each queue by itself; what is put off is not in the way', async () => {
    const at = (minutes: number) => new Date(Date.parse(world.clock.now()) + minutes * 60_000).toISOString()
    const mail = await came(world)
    const chat = await came(world, { channel: 'chat' })
    const older = await came(world, { receivedAt: at(-600) })
    const call = await told(agent)
    const put = await came(world)
    const body = { until: at(1), reason: '等回复' }
    await agent(snoozeRequest, { params: { requestId: put }, body })
    const list = (query: NonNullable<Parameters<typeof agent<typeof listRequests>>[1]['query']>) =>
      agent(listRequests, { query })
    const first = await list({ state: 'open', limit: 2 })
    expect(first.items.map((one) => one.id)).toEqual([chat, older])
    expect(first).toMatchObject({
      total: 4,
      totalMore: false,
      items: [{ unanswered: true, timeLeft: { late: false } }, {}],
    })
    const rest = await list({ state: 'open', limit: 2, cursor: first.nextCursor ?? '' })
    expect([rest.items.map((one) => one.id), rest.nextCursor]).toEqual([[mail, call], null])
    const ids = async (query: Parameters<typeof list>[0]) => (await list(query)).items.map((one) => one.id)
    expect(await ids({ queue: 'mine', state: 'open' })).toEqual([call])
    expect(await ids({ queue: 'team', state: 'open' })).toEqual([call])
    expect(await ids({ queue: 'unassigned', channel: 'chat' })).toEqual([chat])
    expect(await ids({ state: 'snoozed' })).toEqual([put])
    expect(await ids({ state: 'ended' })).toEqual([])
    expect(await ids({ kind: 'complaint' })).toEqual([])
    expect((await list({ sort: 'newest', limit: 1 })).items[0]?.id).toBe(put)
    expect(await agent(getDeskCounts, {})).toEqual({ mine: 1, team: 1, unassigned: 3, all: 4, overdue: 0 })
    // An outlet sees its own only.
    expect((await (await world.as('outlet1'))(listRequests, { query: {} })).items).toEqual([])
  })

  it('CUS-04: of those that break in the same hour who needs care is first, never before an earlier hour', async () => {
    const at = (minutes: number) => new Date(Date.parse(world.clock.now()) + minutes * 60_000).toISOString()
    const from = { phone: testPeople.chen.phone }
    const base = -3000 - (new Date(world.clock.now()).getUTCMinutes() % 60)
    const plain = { conversationKey: 'plain', receivedAt: at(base + 5) }
    const [ordinary, elder] = [await came(world, plain), await came(world, { from, receivedAt: at(base + 20) })]
    const [earlier, later] = [
      await came(world, { receivedAt: at(base - 5) }),
      await came(world, { from, conversationKey: 'later', receivedAt: at(base + 70) }),
    ]
    const order = async () => {
      const { items } = await agent(listRequests, { query: { channel: 'email', state: 'open', limit: 50 } })
      return items.map((one) => one.id).filter((id) => [ordinary, elder, earlier, later].includes(id))
    }
    expect(await order()).toEqual([earlier, elder, ordinary, later])
    // Marks that come and end move what waits.
    const { person } = await look(agent, elder)
    const { items } = await agent(listRequests, { query: { personId: person?.id ?? '', state: 'open' } })
    expect(items.map((one) => [one.id, one.careRank])).toContainEqual([elder, 3])
    const mark = { mark: 'serious_illness', source: 'family', fromOn: '2026-01-05', untilOn: null, note: '' } as const
    await agent(recordCareMark, { params: { personId: person?.id ?? '' }, body: mark })
    await world.runJobs()
    const ranks = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('desk_request').select('care_rank').where('id', 'in', [elder, later, ordinary]).execute(),
    )
    expect(ranks.map((row) => row.care_rank).sort()).toEqual([1, 1, 5])
    expect(await order()).toEqual([earlier, elder, ordinary, later])
  })

  it('opens a file of the thread, to nobody through another request', async () => {
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    const [requestId, other] = [await came(world, { files: [{ name: '出院小结.png', bytes }] }), await came(world)]
    const file = (await look(agent, requestId)).messages[0]?.files[0]
    expect(file).toMatchObject({ fileName: '出院小结.png', mediaType: 'image/png' })
    const fileId = file?.id ?? ''
    const got: unknown = await agent(getRequestFile, { params: { requestId, fileId } })
    if (!(got instanceof Blob)) throw new Error('not a file')
    expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true)
    await expectRefusal(agent(getRequestFile, { params: { requestId: other, fileId } }), 'request.not_found')
  })

  it('SRV-08: fills approved wording with what is known of the request, and says what is open', async () => {
    const requestId = await came(world, { from: { phone: testPeople.chen.phone } })
    const { requestNo } = await look(agent, requestId)
    const { items } = await agent(listReplyWordings, { query: { requestId } })
    expect(items.find((one) => one.code === 'greeting')).toMatchObject({
      text: `陈秀英您好，我是李燕玲，为您办理服务单${requestNo}。您的问题我已经看到，马上为您处理。`,
      open: [],
    })
    const nameless = await came(world, { from: { email: 'who@example.com' } })
    const greeted = await agent(listReplyWordings, { query: { requestId: nameless } })
    expect(greeted.items.find((one) => one.code === 'greeting')).toMatchObject({ open: [] })
    expect(greeted.items.find((one) => one.code === 'greeting')?.text).toMatch(/^您好，我是李燕玲/)
    const bare = await agent(listReplyWordings, { query: {} })
    expect(bare.items.find((one) => one.code === 'progress')?.open).toEqual(['name', 'dueDay'])
    // Every wording is versioned, and its topic is one of the list.
    expect(bare.items.every((one) => one.version >= 1)).toBe(true)
    await agent(answerRequest, {
      params: { requestId },
      body: { channel: 'phone', text: '好', wording: 'greeting@1' },
    })
  })
})
