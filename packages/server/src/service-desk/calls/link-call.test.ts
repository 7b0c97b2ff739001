import { linkCall, registerRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { after, rings, telephone } from './calls.fixture.ts'

describe('SRV-03 a call hangs on the request it was about', () => {
  let world: World
  let agent: Caller
  let callId: string
  beforeAll(async () => {
    world = await openWorld()
    const { system, agent: service } = await telephone(world)
    agent = service
    ;({ callId } = await rings(system, [{ what: 'rang', at: after(world, -5) }], { extension: '801' }))
  })
  afterAll(() => world.close())

  it('and only on one that may be seen', async () => {
    const body = { kind: 'enquiry', channel: 'phone', text: '怎么领', contact: { name: '陈先生' } } as const
    const request = await agent(registerRequest, { body })
    const linked = await agent(linkCall, { params: { callId }, body: { requestId: request.id } })
    expect(linked.request).toEqual({ id: request.id, requestNo: request.requestNo })
    const nobody = { requestId: '00000000-0000-7000-8000-000000000000' }
    await expectRefusal(agent(linkCall, { params: { callId }, body: nobody }), 'request.not_found')
  })
})
