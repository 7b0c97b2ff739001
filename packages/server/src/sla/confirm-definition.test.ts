import { confirmDefinition, viewDefinition } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { proposed, published } from './definitions.fixture.ts'

describe('CLK-01 ORG-05 a second person publishes a version', () => {
  let world: World
  let head: Caller
  let pm: Caller
  const confirm = (by: Caller, changeId: string) => by(confirmDefinition, { params: { changeId } })
  const page = (clockId: string) => head(viewDefinition, { params: { clockId } })
  beforeAll(async () => {
    world = await openWorld()
    ;[head, pm] = [await world.as('head'), await world.as('pm')]
  })
  afterAll(() => world.close())

  it('not before its effect is known, never the own one, and once of two at the same moment', async () => {
    const { id } = await proposed(head, 'T15', { budget: 2 })
    await expectRefusal(confirm(pm, id), 'definition.report_not_ready')
    await world.runJobs()
    await expectRefusal(confirm(head, id), 'definition.own_proposal')
    const both = await Promise.allSettled([confirm(pm, id), confirm(await world.as('compliance'), id)])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expectRefusal(confirm(pm, id), 'lifecycle.not_possible')
    expect(await page('T15')).toMatchObject({ version: 2, limit: '2 个工作日', waiting: false, can: ['propose'] })
    expect((await page('T15')).versions).toMatchObject([{ state: 'published', validFrom: world.clock.now() }])
  })

  it('the same version taken in twice is published once', async () => {
    await expectRefusal(proposed(head, 'T15', { budget: 2 }), 'definition.nothing_changes')
    expect(await arrange(world, `select version from clock_definition where clock_id = 'T15'`)).toEqual([
      { version: 2 },
    ])
  })

  it('two that only together contradict each other: the second is judged beside the first', async () => {
    await published(world, [head, pm], 'T17', { budget: 6 })
    // Nine days of law are more than six working days, but less than seven.
    const [law, promise] = [await proposed(head, 'L02', { budget: 9 }), await proposed(head, 'T17', { budget: 7 })]
    await world.runJobs()
    await confirm(pm, law.id)
    await expectRefusal(confirm(pm, promise.id), 'sla.promise_above_law')
  })

  it('each next version follows the one before, though no time has passed', async () => {
    await published(world, [head, pm], 'T16', { budget: 2 })
    const third = await published(world, [pm, head], 'T16', { budget: 1 })
    expect(third).toMatchObject({ version: 3, changes: [{ before: '2 个工作日', after: '1 个工作日' }] })
    const [older, newer] = [...(await page('T16')).versions].reverse()
    expect(Date.parse(newer?.validFrom ?? '')).toBeGreaterThan(Date.parse(older?.validFrom ?? ''))
  })

  it('one for a later day is in force from then on only', async () => {
    const validFrom = '2027-01-01T00:00:00.000Z'
    const version = await published(world, [head, pm], 'T19', { budget: 2 }, { validFrom })
    expect(version).toMatchObject({ state: 'published', validFrom })
  })
})
