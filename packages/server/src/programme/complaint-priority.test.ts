import { draftTable, submitTable } from '@anpei/contract/programme'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { prioritise } from './complaint-priority.ts'

const FILE = new URL('../../../../config/tables/jdm/complaint-priority.json', import.meta.url)

describe('CMP-03, CMP-04 priority of complaints by an editable table', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const ordinary = { urgency: 'normal', severity: 'normal', cause: '', major: false, legalImpact: false }
  it.each([
    [{}, 3, ''],
    [{ severity: 'serious' }, 2, ''],
    [{ urgency: 'urgent' }, 2, ''],
    [{ urgency: 'urgent', severity: 'serious' }, 1, ''],
    [{ legalImpact: true }, 2, ''],
    [{ regulatoryImpact: true }, 1, ''],
    [{ major: true }, 1, '重大投诉'],
    [{ cause: 'medical_payment' }, 1, '医疗给付争议'],
  ])('%j has priority %i', async (change, priority, skill) => {
    const traits = { ...ordinary, regulatoryImpact: false, ...change }
    const found = await world.app.pool.withTenant(1, ({ db }) => prioritise(db, 1, traits))
    expect(found).toEqual({ priority, skill })
  })

  it('a version that puts a dispute about a medical payment behind is not handed over', async () => {
    const { content } = JSON.parse(readFileSync(FILE, 'utf8'))
    const table = content.nodes.find((one: { id: string }) => one.id === 'table')
    table.content.rules[0].o_priority = '2'
    const manager = await world.as('pm')
    const { id } = await manager(draftTable, { body: { code: 'complaint-priority', content } })
    const problem = await expectRefusal(manager(submitTable, { params: { tableId: id } }), 'programme.table_faulty')
    expect(problem.message).toContain('医疗给付争议')
  })
})
