import { explainProduct, getIntroduction } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { BINDING, explained, openedFor, paramsOf } from './introductions.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('SRV-07 what was explained, by whom, when, how, in which version (保险法 17)', () => {
  it('is kept with the sheet as it was shown; without exclusions and limits it is no explanation', async () => {
    const service = await world.as('service1')
    const one = await openedFor(world)
    const versionId = one.products[0]?.versionId ?? ''
    const body = { versionId, channel: 'phone' as const, sections: ['cover' as const, 'duty' as const] }
    await expectRefusal(service(explainProduct, { params: paramsOf(one), body }), 'introduction.section_missing')
    const done = await explained(world, one)
    expect(done).toMatchObject({
      state: 'explained',
      explanation: { versionId, channel: 'on_site', sections: BINDING },
    })
    expect(done.explanation?.at).toBe(world.clock.now())
    expect(done.explanation?.by).toBe(one.openedBy)
    const exclusions = done.explanation?.sheet.find(({ code }) => code === 'exclusion')?.points ?? []
    expect(exclusions.map(({ text }) => text)).toContain('因为猝死的，不赔。')
    const { timeline } = await service(getIntroduction, { params: paramsOf(one) })
    expect(timeline.map(({ title }) => title)).toContain('讲解产品和责任免除')
  })
})
