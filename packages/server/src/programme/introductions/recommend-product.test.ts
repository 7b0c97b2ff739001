import { recommendProduct } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, type World } from '../../testing/index.ts'
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

  it('is not for a product whose period is over: it may be compared, nobody can be insured by it', async () => {
    const service = await world.as('service1')
    const one = await openedFor(world)
    await prepared(world, one)
    const versionId = one.products[0]?.versionId ?? ''
    const over = 'update programme_version set effective_before = $2 where id = $1'
    await arrange(world, over, [versionId, '2026-11-23'])
    const body = { versionId, reasons: '去年就是这个' }
    await expectRefusal(service(recommendProduct, { params: paramsOf(one), body }), 'introduction.product_over')
    await arrange(world, over, [versionId, '2026-11-24'])
    const last = await service(recommendProduct, { params: paramsOf(one), body })
    expect(last.recommendation).toMatchObject({ versionId })
  })
})
