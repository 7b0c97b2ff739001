import {
  askCallBack,
  getMyCall,
  getRequest,
  linkCall,
  registerRequest,
  revealCallNumber,
  sayInChat,
} from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Caller, type World } from '../../testing/index.ts'
import { after, rings, telephone } from './calls.fixture.ts'

describe('SRV-03 the screen pop', () => {
  let world: World
  let agent: Caller
  let system: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;({ agent, system } = await telephone(world))
  })
  afterAll(() => world.close())

  it('shows who rings at my extension and what is open with them', async () => {
    expect(await agent(getMyCall, {})).toEqual({ call: null, requests: [], earlierCalls: 0 })
    const contact = { name: '陈先生', phone: '13711112222' }
    const body = { kind: 'progress', channel: 'phone', text: '到哪一步了', contact } as const
    const request = await agent(registerRequest, { body })
    await rings(system, [
      { what: 'rang', at: after(world, -500) },
      { what: 'ended', at: after(world, -400) },
    ])
    const { callId } = await rings(system, [{ what: 'rang', at: after(world, -5) }], { extension: '801' })
    const popped = await agent(getMyCall, {})
    expect(popped).toMatchObject({
      call: { id: callId, phoneMasked: '137****2222', state: 'ringing' },
      requests: [{ requestNo: request.requestNo }],
      earlierCalls: 1,
    })
    expect((await (await world.as('liaison1'))(getMyCall, {})).call).toBeNull()
    const said = { kind: 'enquiry', channel: 'phone', text: '津贴怎么领', callId } as const
    const told = await agent(registerRequest, { body: { ...said, contact: { name: '陈先生' } } })
    const asked = await agent(getRequest, { params: { requestId: told.id } })
    expect(asked).toMatchObject({ contact: { phoneMasked: '137****2222' }, receivedAt: after(world, -5) })
    expect((await agent(getMyCall, {})).call?.request?.requestNo).toBe(told.requestNo)
    const linked = await agent(linkCall, { params: { callId }, body: { requestId: request.id } })
    expect(linked.request?.requestNo).toBe(request.requestNo)
    expect((await agent(revealCallNumber, { params: { callId } })).phone).toBe('13711112222')
  })

  it('SRV-01: and what the number asked to be rung back about in a chat', async () => {
    const body = { chat: 'c'.repeat(43), phone: '13733334444', language: null }
    await world.anyone(sayInChat, { body: { chat: body.chat, messageId: 'm1', text: '住院能领多少' } })
    await world.anyone(askCallBack, { body })
    const phone = body.phone
    await rings(system, [{ what: 'rang', at: after(world, -2) }], { phone, extension: '801' })
    expect(await agent(getMyCall, {})).toMatchObject({ earlierCalls: 1, requests: [{ kindWord: '咨询' }] })
  })
})
