import { listDefinitionChanges, withdrawDefinition } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { proposed } from './definitions.fixture.ts'

describe('CLK-01 a version is taken back', () => {
  let world: World
  let head: Caller
  const withdraw = (by: Caller, changeId: string) => by(withdrawDefinition, { params: { changeId } })
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
  })
  afterAll(() => world.close())

  it('by who proposed it alone; then another may be put forward', async () => {
    const { id } = await proposed(head, 'T15', { budget: 2 })
    await expectRefusal(withdraw(await world.as('pm'), id), 'definition.not_yours')
    expect(await withdraw(head, id)).toMatchObject({ state: 'withdrawn' })
    expect((await head(listDefinitionChanges, { query: {} })).items).toEqual([])
    expect(await proposed(head, 'T15', { budget: 1 })).toMatchObject({ state: 'waiting', version: 2 })
    await expectRefusal(withdraw(head, id), 'lifecycle.not_possible')
  })
})
