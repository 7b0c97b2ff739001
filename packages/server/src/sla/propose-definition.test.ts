import { listDefinitionChanges, listDefinitions, proposeDefinition, viewDefinition } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { edited, proposed } from './definitions.fixture.ts'

describe('CLK-01 a version of a promise is put forward', () => {
  let world: World
  let head: Caller
  let pm: Caller
  const waiting = async () => (await head(listDefinitionChanges, { query: {} })).items
  beforeAll(async () => {
    world = await openWorld()
    ;[head, pm] = [await world.as('head'), await world.as('pm')]
  })
  afterAll(() => world.close())

  it('waits with its reason, its differences and what it means; the rule in force stays', async () => {
    const version = await proposed(head, 'T15', { budget: 2 })
    expect(version).toMatchObject({ clockId: 'T15', version: 2, state: 'waiting', reapply: false, report: null })
    expect(version.changes).toEqual([{ field: '时限', before: '3 个工作日', after: '2 个工作日' }])
    expect(version.sentence).toContain('资料收齐起 2 个工作日内')
    expect(version.can).toEqual(['withdraw'])
    const page = await pm(viewDefinition, { params: { clockId: 'T15' } })
    expect(page).toMatchObject({ version: 1, limit: '3 个工作日', waiting: true, can: [] })
    expect(page.versions[0]).toMatchObject({ id: version.id, can: ['reject'] })
    expect((await head(listDefinitions, { query: {} })).waiting).toBe(1)
  })

  it('one at a time: a second of the same clock is refused, at the same moment too', async () => {
    await expectRefusal(proposed(pm, 'T15', { budget: 1 }), 'definition.already_waiting')
    const definition = await edited(head, 'T16', { budget: 2 })
    const send = (by: Caller) =>
      by(proposeDefinition, { params: { clockId: 'T16' }, body: { definition, reason: '同' } })
    const both = await Promise.allSettled([send(head), send(pm)])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await waiting()).filter((one) => one.clockId === 'T16')).toHaveLength(1)
  })

  it.each<readonly [string, string, Readonly<Record<string, unknown>>, string]>([
    ['what changes nothing', 'T17', {}, 'definition.nothing_changes'],
    ['an unknown calendar', 'T17', { calendar: 'moon' }, 'definition.unknown_calendar'],
    ['an event nobody records', 'T17', { stop: ['claim.danced'] }, 'definition.unknown_event'],
    [
      'a source without its article',
      'T17',
      { basis: { document: '承诺', article: ' ', version: '1' } },
      'sla.bad_clock',
    ],
    ['a promise longer than the law', 'T17', { budget: 20 }, 'sla.promise_above_law'],
    ['a tie', 'T12', { priority: 10 }, 'sla.priority_tie'],
    ['a law paused for convenience', 'L02', { resumeOn: ['claim.reopened'] }, 'sla.bad_clock'],
  ])('refuses %s', async (_name, clockId, changes, code) => {
    await expectRefusal(proposed(head, clockId, changes), code)
  })

  it('a promise longer than the law only under the law’s own end, and it says so', async () => {
    const version = await proposed(head, 'T17', { budget: 20 }, { capByLaw: true })
    expect(version.sentence).toContain('不得晚于法定时限 L02')
    expect(version.changes.map((one) => one.field)).toContain('法定封顶')
  })

  it('a law is not called off for what runs', async () => {
    await expectRefusal(proposed(head, 'L02', { heldBack: '停' }, { reapply: true }), 'definition.law_not_ended')
  })

  it('takes an event that some row records though no clock listened to it before, and a new definition', async () => {
    expect(await proposed(head, 'L03', { stop: ['claim.denial_notified', 'claim.assigned'] })).toMatchObject({
      state: 'waiting',
    })
    const definition = { ...(await edited(head, 'T22', {})), id: 'X1', name: '新承诺', start: ['claim.closed'] }
    const made = await head(proposeDefinition, { params: { clockId: 'X1' }, body: { definition, reason: '新承诺' } })
    expect(made).toMatchObject({ version: 1, changes: [] })
    const page = await pm(viewDefinition, { params: { clockId: 'X1' } })
    expect(page).toMatchObject({ id: 'X1', name: '新承诺', waiting: true, runningNow: 0 })
    expect(page.versions).toMatchObject([{ id: made.id, state: 'waiting' }])
  })

  it('only by those who keep the promises, and with a reason', async () => {
    const assessor = await world.as('assessor1')
    await expectRefusal(proposed(assessor, 'T19', { budget: 2 }), 'request.not_permitted')
    await expectRefusal(proposed(head, 'T19', { budget: 2 }, { reason: ' ' }), 'request.malformed')
  })
})
