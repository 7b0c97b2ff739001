import { rejectDefinition, viewDefinition } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { proposed } from './definitions.fixture.ts'

describe('CLK-01 a version is sent back', () => {
  let world: World
  let head: Caller
  let pm: Caller
  const reject = (by: Caller, changeId: string, reason = '三天够了') =>
    by(rejectDefinition, { params: { changeId }, body: { reason } })
  beforeAll(async () => {
    world = await openWorld()
    ;[head, pm] = [await world.as('head'), await world.as('pm')]
  })
  afterAll(() => world.close())

  it('by another person, with the reason, and nothing of the rule moves', async () => {
    const { id } = await proposed(head, 'T15', { budget: 2 })
    await expectRefusal(reject(head, id), 'definition.own_proposal')
    await expectRefusal(reject(pm, id, ''), 'request.malformed')
    expect(await reject(pm, id)).toMatchObject({ state: 'rejected', answer: '三天够了', can: [] })
    await world.runJobs()
    const { version, versions, can } = await head(viewDefinition, { params: { clockId: 'T15' } })
    expect([version, versions[0]?.report, can]).toEqual([1, null, ['propose']])
    await expectRefusal(reject(pm, id), 'lifecycle.not_possible')
  })
})
