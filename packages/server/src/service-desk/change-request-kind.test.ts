import { answerRequest, changeRequestKind } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look, told } from './desk.fixture.ts'

describe('SRV-01 an enquiry turns out to be something else', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('keeps its number and its promise; a tip is sealed and not opened again by everybody', async () => {
    const requestId = await came(world)
    const params = { requestId }
    const to = (kind: 'complaint' | 'tip' | 'enquiry', who = agent) =>
      who(changeRequestKind, { params, body: { kind, reason: '客户要求按此办理' } })
    const before = await look(agent, requestId)
    await expectRefusal(to('enquiry'), 'desk.kind_same')
    await to('complaint')
    const view = await look(agent, requestId)
    expect(view).toMatchObject({ requestNo: before.requestNo, kind: 'complaint', dueAt: before.dueAt })
    expect(view.timeline.at(-1)).toMatchObject({ title: '改为投诉', reason: '客户要求按此办理' })
    await to('tip')
    await expectRefusal(look(agent, requestId), 'request.not_found')
    const head = await world.as('deskhead')
    await to('enquiry', head)
    expect(await look(agent, requestId)).toMatchObject({ kind: 'enquiry', confidential: false })
  })

  it('T42, CMP-01: an answered one that becomes a complaint waits again; its words propose one', async () => {
    const requestId = await told(agent, { text: '你们说话不算数，我要投诉' })
    expect(await look(agent, requestId)).toMatchObject({ complaintHint: 'said' })
    await agent(answerRequest, { params: { requestId }, body: { channel: 'phone', text: '已在电话里向您说明。' } })
    expect(await look(agent, requestId)).toMatchObject({ unansweredSince: null, dueAt: null })
    const body = { kind: 'complaint', reason: '客户坚持投诉' } as const
    await agent(changeRequestKind, { params: { requestId }, body })
    const view = await look(agent, requestId)
    expect(view).toMatchObject({ complaintHint: 'labelled', unansweredSince: world.clock.now() })
    expect(view.clocks.map(({ id, state }) => [id, state])).toEqual([
      ['T42', 'met'],
      ['T42', 'running'],
    ])
    const written = await look(agent, await told(agent, { kind: 'complaint' }))
    expect(written.clocks).toMatchObject([{ id: 'T42', state: 'running' }])
  })

  it('CUS-11: who may work on it without the post for sealed matters cannot open one', async () => {
    const requestId = await came(world, { kind: 'tip' })
    const body = { kind: 'enquiry', reason: '看错了' } as const
    await expectRefusal(agent(changeRequestKind, { params: { requestId }, body }), 'request.not_found')
  })
})
