import {
  answerRequest,
  convertToReport,
  reopenRequest,
  classifyRequest,
  saveRequestDraft,
  solveRequest,
} from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look, told } from './desk.fixture.ts'

describe('SRV-08, SLA rule 11 answering', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  const answer = (requestId: string, body: Partial<Parameters<typeof bodyOf>[0]> = {}) =>
    agent(answerRequest, { params: { requestId }, body: bodyOf(body) })
  const bodyOf = (change: { channel?: 'phone' | 'email' | 'sms'; saidAt?: string; repeatReason?: string }) => ({
    channel: 'email' as const,
    text: '带上病历和住院证明即可。',
    ...change,
  })

  it('by mail counts when it has left; the clock stops then, and a day to ask is set', async () => {
    const requestId = await came(world)
    await agent(saveRequestDraft, { params: { requestId }, body: { text: '带上' } })
    expect(await answer(requestId)).toMatchObject({ state: 'taken', owner: { name: '李燕玲' } })
    const queued = await look(agent, requestId)
    expect(queued.messages.at(-1)).toMatchObject({ delivery: 'queued', direction: 'out' })
    expect(queued).toMatchObject({ firstAnsweredAt: null, draft: null })
    world.clock.forward(60_000)
    await world.runJobs()
    const view = await look(agent, requestId)
    expect(view.messages.at(-1)).toMatchObject({ delivery: 'sent' })
    expect(view).toMatchObject({ state: 'answered', firstAnsweredAt: world.clock.now(), unansweredSince: null })
    expect(view.clocks).toMatchObject([{ id: 'T42', state: 'met' }])
    expect(view.dueAt).toBeNull()
    expect(view.followUpAt).toBe(new Date(Date.parse(world.clock.now()) + 3 * 86_400_000).toISOString())
  })

  it('by telephone counts from when it was said; what comes afterwards runs anew from the oldest', async () => {
    const thread = { conversationKey: 'again', channel: 'wechat', from: { openid: 'o1' } } as const
    const requestId = await came(world, thread)
    const saidAt = world.clock.now()
    world.clock.forward(600_000)
    expect(await answer(requestId, { channel: 'phone', saidAt })).toMatchObject({ state: 'answered' })
    expect(await look(agent, requestId)).toMatchObject({ firstAnsweredAt: saidAt })
    world.clock.forward(3_600_000)
    const oldest = world.clock.now()
    await came(world, thread)
    world.clock.forward(60_000)
    await came(world, thread)
    const view = await look(agent, requestId)
    expect(view).toMatchObject({ state: 'taken', unansweredSince: oldest })
    expect(view.dueAt).toBe(new Date(Date.parse(oldest) + 86_400_000).toISOString())
  })

  it('again, after the customer said it was not solved, gives the reason', async () => {
    const requestId = await came(world)
    await answer(requestId, { channel: 'phone' })
    await agent(classifyRequest, { params: { requestId }, body: { topic: 'papers' } })
    await agent(solveRequest, { params: { requestId }, body: { saidBy: 'customer' } })
    await agent(reopenRequest, { params: { requestId }, body: { reason: '还是不会办' } })
    await expectRefusal(answer(requestId, { channel: 'phone' }), 'desk.repeat_reason_missing')
    await answer(requestId, { channel: 'phone', repeatReason: '上次没有讲清地点' })
    expect((await look(agent, requestId)).messages.at(-1)).toMatchObject({ repeatReason: '上次没有讲清地点' })
  })

  it('tells whoever wrote what became of it, once it is a case; it stays turned', async () => {
    const requestId = await came(world)
    const params = { requestId }
    const reporter = { name: '陈先生', phone: '', relation: 'child' as const }
    const accident = { accidentOn: '2026-11-20', cause: 'fall' as const, kinds: ['hospital' as const] }
    await agent(convertToReport, { params, body: { reporter, accident } })
    expect(await answer(requestId)).toMatchObject({ state: 'converted' })
    await world.runJobs()
    const view = await look(agent, requestId)
    expect(view.messages.at(-1)).toMatchObject({ delivery: 'sent' })
    expect(view).toMatchObject({
      state: 'converted',
      firstAnsweredAt: world.clock.now(),
      followUpAt: null,
      dueAt: null,
    })
    expect(view.can).toEqual(['note', 'link', 'answer', 'draft'])
  })

  it('refuses where no address is known, and times that cannot be', async () => {
    const requestId = await told(agent, { contact: { name: '匿名' } })
    await expectRefusal(answer(requestId, { channel: 'sms' }), 'desk.no_address')
    const at = (ms: number) => new Date(Date.parse(world.clock.now()) + ms).toISOString()
    await expectRefusal(answer(requestId, { channel: 'phone', saidAt: at(60_000) }), 'desk.said_in_future')
    await expectRefusal(answer(requestId, { channel: 'phone', saidAt: at(-60_000) }), 'desk.said_before_received')
  })
})
