import { drawNoticeSample } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { openWorld, type Caller, type World } from '../../testing/index.ts'
import { putIn } from '../notices.fixture.ts'

describe('NTF-04 the monthly sample is drawn by chance', () => {
  let world: World
  let compliance: Caller
  beforeAll(async () => {
    world = await openWorld()
    compliance = await world.as('compliance')
  })
  afterAll(() => world.close())

  it('each once, and only what left about cases in that month', async () => {
    for (let i = 0; i < 8; i++) {
      await putIn(world, { occasion: `sample:${i}`, subject: { kind: i < 6 ? 'claim' : 'other', id: newId() } })
    }
    await world.runJobs()
    const draw = (count: number, month = '2026-11') => compliance(drawNoticeSample, { body: { month, count } })
    expect((await draw(4)).items).toHaveLength(4)
    const all = await draw(100)
    expect(new Set(all.items.map((one) => one.notice.id)).size).toBe(6)
    expect(all.items.every((one) => one.notice.subjectKind === 'claim')).toBe(true)
    expect((await draw(10, '2026-10')).items).toEqual([])
    expect(all.items[0]).toMatchObject({ text: expect.stringContaining('陈小明'), verdict: null })
  })
})
