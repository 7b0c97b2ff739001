import { getTelephone, listCalls, saveTelephone } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, fallAsleep, openWorld, staffId, type Caller, type World } from '../../testing/index.ts'
import { eventsOf } from '../../events/index.ts'
import { clocksOf } from '../../sla/index.ts'
import { after, CONSULT, REPORT, rings, telephone } from './calls.fixture.ts'

describe('SRV-03 T02 T03 T09 T10 T20 calls as a telephone system reports them', () => {
  let world: World
  let system: Caller
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;({ system, agent } = await telephone(world))
  })
  afterAll(() => world.close())
  const clocks = async (id: string) => {
    const rows = await world.app.pool.withTenant(1, ({ db }) => clocksOf(db, 1, id))
    return rows.map((row) => [row.clockId, row.state])
  }

  it('answered within the minute keeps the promise, however the words come', async () => {
    const words = [
      { what: 'answered' as const, at: after(world, -20) },
      { what: 'rang' as const, at: after(world, -40) },
    ]
    const { callId, state } = await rings(system, words, { extension: '801' })
    expect(state).toBe('talking')
    expect(await clocks(callId)).toEqual([['T02', 'met']])
  })

  it('SRV-02: a ringing call is offered first to who speaks the caller’s language', async () => {
    const lead = await world.as('deskhead')
    const [plainId, speakerId, busyId] = await Promise.all(
      ['pm', 'deskhead', 'service1'].map((one) => staffId(world, one)),
    )
    const extensions = [
      { extension: '701', userId: plainId ?? '' },
      { extension: '702', userId: speakerId ?? '' },
      { extension: '801', userId: busyId ?? '' },
    ]
    const { lines } = await lead(getTelephone, {})
    await lead(saveTelephone, { body: { lines, extensions } })
    const rang = [{ what: 'rang' as const, at: after(world, -5) }]
    const talks = await rings(system, [...rang, { what: 'answered', at: after(world, -1) }], { extension: '801' })
    expect(talks.offer).toEqual([])
    expect((await rings(system, rang, { language: 'teochew' })).offer).toEqual([
      { extension: '702', speaks: true },
      { extension: '701', speaks: false },
    ])
    expect((await rings(system, rang)).offer.map((one) => [one.extension, one.speaks])).toEqual([
      ['701', null],
      ['702', null],
    ])
    await rings(system, [{ what: 'ended', at: after(world, 0), by: 'customer' }], { extension: '801' })
  })

  it('told twice and in pieces it is one call', async () => {
    const one = { callNo: 'twice', lineNumber: REPORT }
    const first = await rings(system, [{ what: 'rang', at: after(world, -30) }], one)
    const again = await Promise.all([1, 2].map(() => rings(system, [{ what: 'rang', at: after(world, -30) }], one)))
    expect(again.map((call) => call.callId)).toEqual([first.callId, first.callId])
    const ended = { what: 'ended' as const, at: after(world, -5), by: 'customer' as const }
    expect((await rings(system, [ended], one)).state).toBe('missed')
    expect((await rings(system, [ended], one)).state).toBe('missed')
    expect(await clocks(first.callId)).toEqual([
      ['T09', 'cancelled'],
      ['T10', 'running'],
    ])
  })

  it('an answered call of ours to that number is the call back; one nobody took is an attempt', async () => {
    const phone = '13700000001'
    const missed = await rings(
      system,
      [
        { what: 'rang', at: after(world, -300) },
        { what: 'ended', at: after(world, -240), by: 'system' },
      ],
      { phone },
    )
    const out = { phone, direction: 'out' as const }
    await rings(
      system,
      [
        { what: 'rang', at: after(world, -200) },
        { what: 'ended', at: after(world, -180) },
      ],
      out,
    )
    const tried = await agent(listCalls, { query: { show: 'owed' } })
    expect(tried.items.find((call) => call.id === missed.callId)).toMatchObject({ tries: 1, state: 'missed' })
    await rings(
      system,
      [
        { what: 'rang', at: after(world, -100) },
        { what: 'answered', at: after(world, -90) },
      ],
      out,
    )
    const all = await agent(listCalls, { query: { show: 'all' } })
    expect(all.items.find((call) => call.id === missed.callId)).toMatchObject({ tries: 2, state: 'called_back' })
    expect(await clocks(missed.callId)).toContainEqual(['T03', 'met'])
  })

  it('who rings again and is answered is called back by nobody: the promise falls away, not kept', async () => {
    const phone = '13700000009'
    const ringsOut = [
      { what: 'rang' as const, at: after(world, -300) },
      { what: 'ended' as const, at: after(world, -240), by: 'system' as const },
    ]
    const missed = await rings(system, ringsOut, { phone })
    const again = [
      { what: 'rang' as const, at: after(world, -100) },
      { what: 'answered' as const, at: after(world, -90) },
    ]
    await rings(system, again, { phone })
    await rings(system, again, { phone })
    const { items } = await agent(listCalls, { query: { show: 'all' } })
    expect(items.find((call) => call.id === missed.callId)).toMatchObject({ tries: 0, state: 'ended', dueAt: null })
    expect(await clocks(missed.callId)).toContainEqual(['T03', 'cancelled'])
  })

  it('CUS-06: keeps a recording only where the caller was told of it, and says once that one was left', async () => {
    const words = [{ what: 'rang' as const, at: after(world, -30) }]
    const recordingUrl = 'https://recordings.example/1.mp3'
    const cases = [
      [{ lineNumber: CONSULT }, 'left'],
      [{ lineNumber: CONSULT, recordingNotice: 'agreed' as const }, 'coming'],
      [{ lineNumber: REPORT }, 'coming'],
      [{ lineNumber: REPORT, recordingNotice: 'declined' as const }, 'left'],
    ] as const
    for (const [change, recording] of cases) {
      const callNo = `recorded-${JSON.stringify(change)}`
      const { callId } = await rings(system, words, { callNo, recordingUrl, ...change })
      await rings(system, words, { callNo, recordingUrl, ...change })
      const { items } = await agent(listCalls, { query: { show: 'all' } })
      expect(items.find((call) => call.id === callId)?.recording).toBe(recording)
      const events = await world.app.pool.withTenant(1, ({ db }) => eventsOf(db, 1, callId))
      const left = events.filter((event) => event.name === 'call.recording_left')
      expect(left.length).toBe(recording === 'left' ? 1 : 0)
    }
  })

  it('needs a key for it', async () => {
    await expectRefusal(rings(agent, [{ what: 'rang', at: world.clock.now() }]), 'request.not_permitted')
  })

  it('ORG-06: no call is put through to a seat whose post sleeps for want of a certificate', async () => {
    const offered = async () =>
      (await rings(system, [{ what: 'rang', at: after(world, 0) }])).offer.map((one) => one.extension)
    const { lines } = await (await world.as('deskhead'))(getTelephone, {})
    const extensions = [{ extension: '811', userId: await staffId(world, 'service1') }]
    await (await world.as('deskhead'))(saveTelephone, { body: { lines, extensions } })
    world.clock.forward(5 * 3_600_000)
    expect(await offered()).toEqual(['811'])
    await fallAsleep(world, 'service')
    expect(await offered()).toEqual([])
  })
})
