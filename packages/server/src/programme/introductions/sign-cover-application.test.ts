import { signCoverApplication } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { applied, confirmed, explained, idNumber, openedFor, paramsOf, signature } from './introductions.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('SRV-07 投保单 captured and signed', () => {
  it('after confirmation and recommendation, by the insured; the number is masked', async () => {
    const done = await applied(world)
    expect(done).toMatchObject({
      state: 'applied',
      application: { applicant: '本人', idNumberMasked: '440524********6614' },
    })
    expect(done.files.map(({ title }) => title)).toEqual(['产品说明确认书', '投保单'])
  })

  it('refuses before a recommendation', async () => {
    const service = await world.as('service1')
    const one = await confirmed(world, await explained(world, await openedFor(world)))
    const body = { idNumber, applicant: '本人', beneficiary: '法定继承人' }
    const sign = async (change: object) =>
      service(signCoverApplication, { params: paramsOf(one), body: { ...body, ...change } }, await signature())
    await expectRefusal(sign({}), 'introduction.not_recommended_yet')
  })
})
