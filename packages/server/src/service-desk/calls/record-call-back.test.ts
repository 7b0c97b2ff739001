import { listCalls, recordCallBack, revealCallNumber, takeCall } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { after, rings, telephone } from './calls.fixture.ts'

describe('T03 SLA §2 rule 11 a call back written down by hand', () => {
  let world: World
  let agent: Caller
  let callId: string
  beforeAll(async () => {
    world = await openWorld()
    const { system, agent: service } = await telephone(world)
    agent = service
    const words = [
      { what: 'rang' as const, at: after(world, -60) },
      { what: 'ended' as const, at: after(world, -20), by: 'system' as const },
    ]
    ;({ callId } = await rings(system, words))
  })
  afterAll(() => world.close())
  const back = (reached: boolean) => agent(recordCallBack, { params: { callId }, body: { reached, note: '占线' } })

  it('an attempt is counted and the promise runs on; a talk keeps it', async () => {
    expect(await back(false)).toMatchObject({ state: 'missed', tries: 1, timeLeft: { late: false } })
    expect(await back(true)).toMatchObject({ state: 'called_back', tries: 2, timeLeft: null })
    expect((await agent(listCalls, { query: { show: 'owed' } })).items).toEqual([])
  })

  it('what is not owed a call back refuses one', async () => {
    await expectRefusal(back(true), 'desk.call_not_owed')
    await expectRefusal(agent(takeCall, { params: { callId } }), 'desk.call_not_owed')
    const nobody = { callId: '00000000-0000-7000-8000-000000000000' }
    await expectRefusal(agent(revealCallNumber, { params: nobody }), 'request.not_found')
  })
})
