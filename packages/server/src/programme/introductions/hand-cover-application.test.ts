import {
  checkEnrolment,
  decideEnrolment,
  finishEnrolment,
  getIntroduction,
  handCoverApplication,
} from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { applied, paramsOf } from './introductions.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const way = 'enrolment' as const

describe('SRV-07 PRG-07 投保单 handed over as an enrolment', () => {
  it('runs its promise there (T41); the decision is the answer, with the person it made', async () => {
    const service = await world.as('service1')
    const one = await applied(world)
    const handed = await service(handCoverApplication, { params: paramsOf(one), body: { way } })
    expect(handed).toMatchObject({ state: 'handed', handing: { way }, can: [] })
    const params = { enrolmentId: handed.handing?.enrolmentId ?? '' }
    const proof = { villageCode: '440514001001', residentSince: null, evidence: '户口簿' }
    const checked = await service(checkEnrolment, { params, body: proof })
    expect(checked).toMatchObject({
      name: '林阿公',
      consent: `投保单 ${one.introductionNo}，本人签名`,
      channel: 'on_site',
    })
    await (await world.as('head'))(decideEnrolment, { params, body: { act: 'accept' } })
    const done = await service(getIntroduction, { params: paramsOf(one) })
    expect(done).toMatchObject({ state: 'answered', answer: { answer: 'accepted', reference: checked.enrolmentNo } })
    expect(done.personId).not.toBeNull()
  })

  it('a withdrawn enrolment answers too; it is not handed over twice', async () => {
    const service = await world.as('service1')
    const one = await applied(world)
    const handed = await service(handCoverApplication, { params: paramsOf(one), body: { way } })
    const again = service(handCoverApplication, { params: paramsOf(one), body: { way: 'core' } })
    await expectRefusal(again, 'lifecycle.not_possible')
    const params = { enrolmentId: handed.handing?.enrolmentId ?? '' }
    await service(finishEnrolment, { params, body: { act: 'withdraw', note: '孩子另外买了' } })
    expect((await service(getIntroduction, { params: paramsOf(one) })).answer).toMatchObject({ answer: 'refused' })
  })
})
