/** What the tests of enrolments share: one that was received, and one that service1 has checked. */
import { checkEnrolment, recordEnrolment, type EnrolmentView } from '@anpei/contract/programme'
import type { World } from '../../testing/index.ts'
import { idNumberOf, type Elder } from '../programme.fixture.ts'

export async function received(world: World, elder: Elder): Promise<EnrolmentView> {
  const service = await world.as('service1')
  const { name, phone = '' } = elder
  return service(recordEnrolment, {
    body: { name, idNumber: idNumberOf(elder), phone, channel: 'phone', consent: '电话录音中同意' },
  })
}

export async function checked(world: World, elder: Elder, residentSince: string | null): Promise<EnrolmentView> {
  const { id } = await received(world, elder)
  const service = await world.as('service1')
  const body = { villageCode: '440514001001', residentSince, evidence: '户口簿首页照片' }
  return service(checkEnrolment, { params: { enrolmentId: id }, body })
}
