import {
  answerCoverApplication,
  getCoverApplication,
  getIntroduction,
  handCoverApplication,
} from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { applied, idNumber, paramsOf } from './introductions.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('SRV-07 the core system answers', () => {
  it('fetches what was handed to it, gives it back, accepts it under a number: all is kept', async () => {
    const service = await world.as('service1')
    const core = await world.as('pm')
    const one = await applied(world)
    const params = paramsOf(one)
    await expectRefusal(core(getCoverApplication, { params }), 'request.not_found')
    await service(handCoverApplication, { params, body: { way: 'core' } })
    expect(await core(getCoverApplication, { params })).toMatchObject({
      programme: 'chaonan',
      name: '林阿公',
      idNumber,
    })
    const back = { answer: 'returned' as const, text: '缺身份证反面' }
    expect(await core(answerCoverApplication, { params, body: back })).toMatchObject({ state: 'applied' })
    expect(await service(getIntroduction, { params })).toMatchObject({ returned: back.text, handing: null })
    await service(handCoverApplication, { params, body: { way: 'core' } })
    const yes = { answer: 'accepted' as const, text: '承保' }
    await expectRefusal(core(answerCoverApplication, { params, body: yes }), 'introduction.reference_missing')
    await core(answerCoverApplication, { params, body: { ...yes, reference: 'PA2026-77' } })
    const done = await service(getIntroduction, { params })
    expect(done).toMatchObject({
      state: 'answered',
      answer: { answer: 'accepted', reference: 'PA2026-77' },
      returned: '',
    })
    await expectRefusal(service(answerCoverApplication, { params, body: back }), 'request.not_permitted')
  })

  it('answers nothing that went the way of an enrolment', async () => {
    const one = await applied(world)
    const params = paramsOf(one)
    await (await world.as('service1'))(handCoverApplication, { params, body: { way: 'enrolment' } })
    const body = { answer: 'refused' as const, text: '不承保' }
    await expectRefusal(
      (await world.as('pm'))(answerCoverApplication, { params, body }),
      'introduction.answered_elsewhere',
    )
  })
})
