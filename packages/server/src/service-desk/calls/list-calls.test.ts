import { listCalls, revealCallNumber, takeCall } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { after, ELDER, REPORT, rings, telephone } from './calls.fixture.ts'

describe('SRV-02, SRV-03 the call log', () => {
  let world: World
  let agent: Caller
  let system: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;({ system, agent } = await telephone(world))
    const missed = (ago: number) => [
      { what: 'rang' as const, at: after(world, -ago) },
      { what: 'ended' as const, at: after(world, -ago + 30), by: 'system' as const },
    ]
    // Should have been called back five minutes ago.
    await rings(system, missed(1200), { phone: '13700000001', lineNumber: REPORT })
    await rings(system, missed(100), { phone: '13700000002' })
    await rings(system, [{ what: 'rang', at: after(world, -10) }], { phone: '13700000003' })
    // SRV-02: the elders' line first, though another is late already.
    await rings(system, missed(60), { phone: '13700000004', lineNumber: ELDER })
  })
  afterAll(() => world.close())

  it('what breaks first stands first among the owed; the log begins with the latest', async () => {
    const owed = await agent(listCalls, { query: { show: 'owed' } })
    expect(owed.items.map((call) => [call.line, call.phoneMasked])).toEqual([
      ['elder', '137****0004'],
      ['report', '137****0001'],
      ['consult', '137****0002'],
    ])
    expect(owed.total).toBe(3)
    const all = await agent(listCalls, { query: { show: 'all', limit: 2 } })
    expect(all.items.map((call) => call.state)).toEqual(['ringing', 'missed'])
    const rest = await agent(listCalls, { query: { show: 'all', limit: 2, cursor: all.nextCursor ?? '' } })
    expect(rest.items.map((call) => call.phoneMasked)).toEqual(['137****0002', '137****0001'])
    expect((await agent(listCalls, { query: { show: 'all', line: 'report' } })).items).toHaveLength(1)
    expect((await agent(listCalls, { query: { show: 'all', state: 'ringing' } })).items).toHaveLength(1)
  })

  it("SRV-02: until it is taken, who speaks the caller's dialect sees it earlier, others later", async () => {
    const words = [
      { what: 'rang' as const, at: after(world, -95) },
      { what: 'ended' as const, at: after(world, -80), by: 'system' as const },
    ]
    await rings(system, words, { phone: '13700000005', language: 'teochew' })
    const consult = async (who: Caller) => {
      const { items } = await who(listCalls, { query: { show: 'owed', line: 'consult' } })
      return items.map((call) => [call.phoneMasked.slice(-4), call.language?.mine ?? null])
    }
    const other = await world.as('pm')
    expect(await consult(agent)).toEqual([
      ['0005', true],
      ['0002', null],
    ])
    expect(await consult(other)).toEqual([
      ['0002', null],
      ['0005', false],
    ])
    const callId = (await other(listCalls, { query: { show: 'owed', line: 'consult' } })).items[1]?.id ?? ''
    await other(takeCall, { params: { callId } })
    expect((await consult(agent)).map(([no]) => no)).toEqual((await consult(other)).map(([no]) => no))
  })

  it('ORG-05: who serves villages sees the calls of people there and own ones, and no others', async () => {
    const liaison = await world.as('liaison1')
    expect((await liaison(listCalls, { query: { show: 'all' } })).items).toEqual([])
    const [call] = (await agent(listCalls, { query: { show: 'owed' } })).items
    const params = { callId: call?.id ?? '' }
    await expectRefusal(liaison(takeCall, { params }), 'request.not_found')
    await expectRefusal(liaison(revealCallNumber, { params }), 'request.not_found')
  })
})
