import { viewDefinition } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, opened, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { proposed } from './definitions.fixture.ts'

describe('CLK-01 SLA §2 rule 18: the effect of a version is shown before it is published', () => {
  let world: World
  let head: Caller
  let claimId = ''
  const reportOf = async (clockId: string) =>
    (await head(viewDefinition, { params: { clockId } })).versions.find((one) => one.state === 'waiting')?.report
  const clocks = () => arrange(world, 'select * from clock order by clock_id, instance_no')
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
    claimId = await opened(await world.as('service1'), testPeople.wu)
    await world.runJobs()
    world.clock.forward(3_600_000)
  })
  afterAll(() => world.close())

  it('how many earlier, which, and nothing is changed', async () => {
    const before = await clocks()
    await proposed(head, 'T19', { budget: 1 })
    await world.runJobs()
    const report = await reportOf('T19')
    expect(report).toMatchObject({ checked: 1, earlier: 1, later: 0, ended: 0, overdue: 0 })
    expect(report?.cases).toMatchObject([
      { subjectId: claimId, before: '2026-11-26T16:00:00Z', after: '2026-11-24T16:00:00Z' },
    ])
    expect(await clocks()).toEqual(before)
  })

  it('clocks that would end, and one of no case', async () => {
    const { versions } = await head(viewDefinition, { params: { clockId: 'T19' } })
    await arrange(world, `update clock_definition set state = 'withdrawn' where id = $1`, [versions[0]?.id])
    await proposed(head, 'T19', { heldBack: '停用' })
    await proposed(head, 'L08', { budget: 20 })
    await world.runJobs()
    expect(await reportOf('T19')).toMatchObject({ checked: 1, earlier: 0, later: 0, ended: 1 })
    expect(await reportOf('L08')).toMatchObject({ checked: 0, earlier: 0, later: 0, ended: 0, cases: [] })
  })
})
