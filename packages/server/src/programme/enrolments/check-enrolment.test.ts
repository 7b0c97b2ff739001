import { checkEnrolment } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { received } from './enrolments.fixture.ts'
import { openWorld } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('PRG-07 looking at the registration', () => {
  it('since when, where and by what; from when cover would run', async () => {
    const { id } = await received(world, { name: '郑婆', birthOn: '1951-02-03', order: 614 })
    const service = await world.as('service1')
    const params = { enrolmentId: id }
    const body = { villageCode: '440514001001', residentSince: '2026-11-02', evidence: '户口簿首页照片' }
    await expectRefusal(
      service(checkEnrolment, { params, body: { ...body, residentSince: '1950-01-01' } }),
      'programme.enrolment_day_wrong',
    )
    await expectRefusal(
      service(checkEnrolment, { params, body: { ...body, villageCode: '999999999999' } }),
      'programme.row_village_unknown',
    )
    expect(await service(checkEnrolment, { params, body })).toMatchObject({
      state: 'checked',
      evidence: body.evidence,
      coverFrom: '2026-12-01',
      can: ['check', 'withdraw'],
    })
  })
})
