import { addDuty, viewUnit } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openUnit } from './unit-world.fixture.ts'

describe('ORG-02 duties of a unit', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('are recorded with the unit, beside the chain that ends at 总经理', async () => {
    const { gm, cn, office } = await openUnit(world)
    const body = { text: '两个工作日内完成报案核实', fromOn: '2026-11-23' }
    const { id } = await gm(addDuty, { params: cn, body })
    const seen = await gm(viewUnit, { params: cn })
    expect(seen.duties).toEqual([{ id, ...body, endedOn: null }])
    expect(seen.chain.map((link) => link.post)).toEqual(['项目经理', '总经理'])
    const department = { kind: 'department' as const, id: await office.department('CLM') }
    await gm(addDuty, { params: department, body })
    expect((await gm(viewUnit, { params: department })).chain.at(-1)?.post).toBe('总经理')
    await expectRefusal(gm(addDuty, { params: { kind: 'department', id: cn.id }, body }), 'request.not_found')
    await expectRefusal(gm(viewUnit, { params: { ...cn, id: newId() } }), 'request.not_found')
    await expectRefusal(office.admin(addDuty, { params: cn, body }), 'request.not_permitted')
  })
})
