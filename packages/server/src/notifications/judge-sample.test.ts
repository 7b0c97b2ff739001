import { drawNoticeSample, judgeNoticeSample, listNoticeSample } from '@anpei/contract/notifications'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { notify } from './notify.ts'

describe('NTF-04 a monthly sample of notices is compared with the cases', () => {
  let world: World
  let compliance: Caller
  beforeAll(async () => {
    world = await openWorld()
    compliance = await world.as('compliance')
    await systemWrite(world.app, systemActor(1, 'test'), async (tx) => {
      for (let i = 0; i < 8; i++) {
        await notify(tx, {
          personId: null,
          occasion: `sample:${i}`,
          template: 'claim_registered',
          facts: { claimNo: `P${i}` },
          subject: { kind: i < 6 ? 'claim' : 'other', id: newId() },
          otherPhone: `1390000000${i}`,
          otherName: '陈小明',
        })
      }
    })
    await world.runJobs()
  })
  afterAll(() => world.close())
  const draw = (count: number, month = '2026-11') => compliance(drawNoticeSample, { body: { month, count } })

  it('draws by chance, each once, and only what left about cases in that month', async () => {
    expect((await draw(4)).items).toHaveLength(4)
    const all = await draw(100)
    expect(new Set(all.items.map((one) => one.notice.id)).size).toBe(6)
    expect(all.items.every((one) => one.notice.subjectKind === 'claim')).toBe(true)
    expect((await draw(10, '2026-10')).items).toEqual([])
    expect(all.items[0]).toMatchObject({ text: expect.stringContaining('陈小明'), verdict: null })
  })

  it('keeps what the comparison showed, once', async () => {
    const { items } = await compliance(listNoticeSample, { query: { month: '2026-11' } })
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
