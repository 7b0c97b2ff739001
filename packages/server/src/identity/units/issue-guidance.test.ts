import { issueGuidance, listGuidance, viewGuidance } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openUnit } from './unit-world.fixture.ts'

describe('ORG-02 guidance from head office', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('goes to units; they see it, others do not', async () => {
    const { gm, cn, office } = await openUnit(world)
    const fin = { kind: 'department' as const, id: await office.department('FIN') }
    const body = {
      title: '台风后报案集中处理',
      text: '各网点延长服务时间至20:00。',
      dueOn: '2026-11-25',
      units: [cn, fin, cn],
    }
    const { id } = await gm(issueGuidance, { body })
    const assessor = await world.as('assessor1')
    expect((await assessor(listGuidance, { query: { which: 'mine' } })).items).toMatchObject([
      { id, units: 2, received: 0, done: 0 },
    ])
    expect((await assessor(viewGuidance, { params: { id } })).receipts).toMatchObject([
      { unit: { name: '潮南支公司' }, mine: true },
      { unit: { name: '财务部' }, mine: false },
    ])
    const outlet = await world.as('outlet1')
    expect((await outlet(listGuidance, {})).items).toEqual([])
    await expectRefusal(outlet(viewGuidance, { params: { id } }), 'request.not_found')
    await expectRefusal(
      gm(issueGuidance, { body: { ...body, units: [{ ...cn, id: newId() }] } }),
      'identity.unknown_choice',
    )
  })
})
