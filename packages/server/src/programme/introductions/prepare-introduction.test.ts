import { prepareIntroduction } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openedFor, paramsOf, personIdOf, prepared } from './introductions.fixture.ts'
import { testPeople } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('SRV-07 needs and budget', () => {
  it('are answered by the form in force; the machine says of each product why, and proposes', async () => {
    const one = await prepared(world, await openedFor(world))
    expect(one.needs?.lines).toContainEqual({ label: '一年最多能出多少钱（元）', answer: '100' })
    expect(one.proposal?.versionId).toBe(one.products[0]?.versionId)
    expect(one.proposal?.reasons).toEqual([
      '客户要的意外去世、住院津贴，这个方案有。',
      '每人每年 10 元，在客户说的 100 元以内。',
    ])
    const covered = await prepared(world, await openedFor(world, await personIdOf(world, testPeople.chen.idNumber)))
    expect(covered.proposal).toMatchObject({ versionId: null, fits: [{ fitting: false }] })
    expect(covered.proposal?.fits[0]?.reasons[0]).toBe('已经有这个方案的保障。')
  })

  it('refuses answers to another version of the form', async () => {
    const service = await world.as('service1')
    const one = await openedFor(world)
    const products = one.products.map(({ versionId }) => versionId)
    const body = { products, version: 2, answers: { payer: 'self', decides: 'self' } }
    await expectRefusal(service(prepareIntroduction, { params: paramsOf(one), body }), 'customers.form_replaced')
    const empty = { ...body, version: 1, answers: {} }
    await expectRefusal(service(prepareIntroduction, { params: paramsOf(one), body: empty }), 'customers.form_answer')
  })
})
