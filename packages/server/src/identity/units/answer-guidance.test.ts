import { answerGuidance, issueGuidance, listGuidance, viewGuidance } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openUnit } from './unit-world.fixture.ts'

describe('ORG-02 execution of guidance', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is received and done by each unit; what is late shows', async () => {
    const { gm, cn, office } = await openUnit(world)
    const xs = { kind: 'institution' as const, id: await office.institution('CN-XS') }
    const body = { title: '冬季走访', text: '走访独居老人。', dueOn: '2026-11-23', units: [cn, xs] }
    const { id } = await gm(issueGuidance, { body })
    const answer = (login: string, unit: typeof cn, step: 'received' | 'done', note = '') =>
      world.as(login).then((caller) => caller(answerGuidance, { params: { id }, body: { unit, step, note } }))
    await answer('assessor1', cn, 'received')
    await expectRefusal(answer('head', cn, 'received'), 'request.not_found')
    await answer('head', cn, 'done', '已走访 42 户')
    await expectRefusal(answer('assessor1', xs, 'done'), 'request.not_found')
    world.clock.forward(86_400_000)
    const later = await world.as('gm')
    const seen = await later(viewGuidance, { params: { id } })
    expect(seen).toMatchObject({ received: 1, done: 1, overdue: 1 })
    expect(seen.receipts).toMatchObject([
      { unit: { name: '峡山服务网点' }, overdue: true, doneAt: null },
      {
        unit: { name: '潮南支公司' },
        receivedBy: { name: '黄晓敏' },
        doneBy: { name: '郑国华' },
        note: '已走访 42 户',
        overdue: false,
      },
    ])
    await answer('outlet1', xs, 'done', '已完成')
    expect((await later(listGuidance, { query: { which: 'open' } })).items).toEqual([])
    expect((await later(viewGuidance, { params: { id } })).receipts[0]).toMatchObject({
      receivedAt: '2026-11-24T01:00:00.000Z',
    })
  })
})
