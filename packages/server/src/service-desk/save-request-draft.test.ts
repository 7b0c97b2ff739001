import { saveRequestDraft } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-04 a half-written reply', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('survives the browser, is its writer’s alone, and goes when it is emptied', async () => {
    const requestId = await came(world)
    const save = (text: string) => agent(saveRequestDraft, { params: { requestId }, body: { text } })
    await save('陈先生您好，')
    await save('陈先生您好，津贴')
    expect((await look(agent, requestId)).draft).toEqual({ text: '陈先生您好，津贴', savedAt: world.clock.now() })
    expect((await look(await world.as('pm'), requestId)).draft).toBeNull()
    await save(' ')
    expect((await look(agent, requestId)).draft).toBeNull()
    await expectRefusal(
      agent(saveRequestDraft, { params: { requestId: '01936f00-0000-7000-8000-000000000001' }, body: { text: '好' } }),
      'request.not_found',
    )
  })
})
