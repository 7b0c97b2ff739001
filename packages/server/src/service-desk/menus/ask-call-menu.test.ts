import { listCalls, receiveCall } from '@anpei/contract/service-desk'
import { askCallMenu } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Caller, type World } from '../../testing/index.ts'
import { CONSULT, REPORT, telephone } from '../calls/calls.fixture.ts'
import { planned } from './menus.fixture.ts'

/** A Monday, ten in the morning. */
const OPEN = '2026-03-02T02:00:00.000Z'

describe('SRV-02 SRV-03 any telephone system asks what a caller hears', () => {
  let world: World
  let system: Caller
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld(OPEN)
    ;({ system, agent } = await telephone(world))
    await planned(world, 'consult')
  })
  afterAll(() => world.close())
  const ask = (callNo: string, pressed: string | null = null, turn = 0, lineNumber = CONSULT) =>
    system(askCallMenu, { body: { callNo, lineNumber, phone: '13711112222', pressed, turn } })
  const callOf = async (callId: string) =>
    (await agent(listCalls, { query: { show: 'all' } })).items.find(({ id }) => id === callId)

  it('the menu with its key to a human, then a human; the wait begins with the first question', async () => {
    const first = await ask('m1')
    expect(first).toMatchObject({ next: 'ask', offer: [] })
    expect(first.play.map(({ occasion, language }) => `${occasion}/${language}`)).toEqual([
      'greeting/zh',
      'recorded/zh',
      'keys/zh',
      'keys/teochew',
    ])
    expect(first.keys).toContainEqual({ key: '0', does: 'human', language: null })
    const human = await ask('m1', '0', 1)
    expect(human).toMatchObject({ callId: first.callId, next: 'human', offer: [{ extension: '801' }], keys: [] })
    expect(human.unanswered).toHaveLength(1)
    expect(await callOf(first.callId)).toMatchObject({ state: 'ringing', rangAt: OPEN, recordingNotice: 'announced' })
  })

  it('a dialect by a key is what the caller speaks; silence leads to a human too', async () => {
    const { callId, play, next } = await ask('m2', '2', 1)
    expect([next, play.map(({ language }) => language)]).toEqual(['human', ['teochew']])
    expect((await callOf(callId))?.language).toMatchObject({ code: 'teochew' })
    expect((await ask('m3', null, 1)).next).toBe('human')
  })

  it('who asks to be called back is owed it at once, however short the call was', async () => {
    const { callId, next, offer } = await ask('m4', '9', 1)
    expect([next, offer]).toEqual(['call_back', []])
    const ended = { what: 'ended', at: OPEN, by: 'customer' } as const
    await system(receiveCall, { body: { callNo: 'm4', direction: 'in', lineNumber: CONSULT, words: [ended] } })
    expect(await callOf(callId)).toMatchObject({ state: 'missed' })
  })

  it('at night the caller is told so and put through; a line without a plan leads to a human', async () => {
    expect(await ask('m5', null, 0, REPORT)).toMatchObject({ next: 'human', play: [] })
    world.clock.set('2026-03-02T14:00:00.000Z')
    const late = await ask('m6', '0', 1)
    expect([late.next, late.play.map(({ occasion }) => occasion)]).toEqual(['human', ['out_of_hours', 'waiting']])
  })
})
