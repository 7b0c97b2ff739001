import { recommendProduct } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openedFor, paramsOf, prepared } from './introductions.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('SRV-07 a written recommendation', () => {
  it('is a person’s, with reasons; what the machine proposed stays beside it', async () => {
    const service = await world.as('service1')
    const one = await openedFor(world)
    const body = { versionId: null, reasons: '他已经有足够的保障' }
    await expectRefusal(service(recommendProduct, { params: paramsOf(one), body }), 'introduction.needs_missing')
    await prepared(world, one)
    const other = { ...body, versionId: '01936f00-0000-7000-8000-000000000001' }
    await expectRefusal(service(recommendProduct, { params: paramsOf(one), body: other }), 'introduction.not_compared')
    const done = await service(recommendProduct, { params: paramsOf(one), body })
    expect(done.recommendation).toMatchObject({ versionId: null, product: '都不推荐', reasons: body.reasons })
    expect(done.recommendation?.proposed).toContain('客户要的意外去世、住院津贴，这个方案有。')
  })
})
