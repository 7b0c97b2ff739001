import { drawNoticeSample, judgeNoticeSample, listNoticeSample } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { putIn } from '../notices.fixture.ts'

describe('NTF-04 a monthly sample of notices is compared with the cases', () => {
  let world: World
  let compliance: Caller
  beforeAll(async () => {
    world = await openWorld()
    compliance = await world.as('compliance')
    for (let i = 0; i < 3; i++) {
      await putIn(world, { occasion: `sample:${i}`, subject: { kind: 'claim', id: newId() } })
    }
    await world.runJobs()
  })
  afterAll(() => world.close())

  it('keeps what the comparison showed, once', async () => {
    const { items } = await compliance(drawNoticeSample, { body: { month: '2026-11', count: 2 } })
    const [first, second] = items.map((one) => ({ params: { sampleId: one.id } }))
    if (!first || !second) throw new Error('no sample')
    await compliance(judgeNoticeSample, { ...first, body: { verdict: 'agrees' } })
    const differs = { ...second, body: { verdict: 'differs', comment: '金额与案件不符' } } as const
    expect(await compliance(judgeNoticeSample, differs)).toMatchObject({
      verdict: 'differs',
      comment: '金额与案件不符',
      judgedBy: expect.any(String),
    })
    await expectRefusal(
      compliance(judgeNoticeSample, { ...second, body: { verdict: 'agrees' } }),
      'notifications.sample_ended',
    )
    expect(await compliance(listNoticeSample, { query: { month: '2026-11' } })).toMatchObject({
      agreeing: 1,
      differing: 1,
    })
    await expectRefusal(
      compliance(judgeNoticeSample, { params: { sampleId: newId() }, body: { verdict: 'agrees' } }),
      'request.not_found',
    )
    const service = await world.as('service1')
    await expectRefusal(service(listNoticeSample, { query: { month: '2026-11' } }), 'request.not_permitted')
  })
})
