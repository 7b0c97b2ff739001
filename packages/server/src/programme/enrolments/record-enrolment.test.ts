import { recordEnrolment } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { idNumberOf, openWorld } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const body = {
  name: '林伯',
  idNumber: idNumberOf({ name: '林伯', birthOn: '1948-05-05', order: 613 }),
  phone: '',
  channel: 'video',
  consent: '视频中本人出示身份证并口头同意',
} as const

describe('PRG-07 enrolment with help', () => {
  it('is written down with the consent; a second one for the same elder is found, not hidden', async () => {
    const service = await world.as('service1')
    const one = await service(recordEnrolment, { body })
    expect(one).toMatchObject({ channel: 'video', consent: body.consent, age: 78, advice: 'prove' })
    expect(one.findings.map(({ code }) => code)).toEqual(['not_listed'])
    const two = await service(recordEnrolment, { body })
    expect(two.findings.map(({ code }) => code)).toEqual(['applied_before', 'not_listed'])
    expect(two.can).toEqual(['check', 'withdraw'])
    const assessor = await world.as('assessor1')
    await expectRefusal(assessor(recordEnrolment, { body }), 'request.not_permitted')
  })
})
