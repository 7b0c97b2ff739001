/** Requests about personal data for the tests of this row. */
import { receiveDataRequest, verifyDataRequest, type DataRequestView } from '@anpei/contract/customers'
import type { Sent } from '@anpei/contract/kernel'
import type { World } from '../../testing/index.ts'
import { personIdOf, type testPeople } from '../customers.fixture.ts'

type Body = NonNullable<Sent<typeof receiveDataRequest>['body']>

export async function requested(
  world: World,
  who: keyof typeof testPeople,
  kind: Body['kind'],
  more: Partial<Body> = {},
): Promise<DataRequestView> {
  const service = await world.as('service1')
  const body: Body = { kind, asker: 'self', channel: 'counter', asks: '想知道你们有我的什么信息', ...more }
  return service(receiveDataRequest, { params: { personId: await personIdOf(world, who) }, body })
}

export async function verified(world: World, who: keyof typeof testPeople, kind: Body['kind']): Promise<string> {
  const { id } = await requested(world, who, kind)
  const service = await world.as('service1')
  await service(verifyDataRequest, { params: { requestId: id }, body: { how: 'id_card', note: '' } })
  return id
}
