import { findPersons, listProxies, recordProxy } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../testing/index.ts'
import { openWorld, personIdOf, testPeople } from './customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const son = {
  proxyName: '陈小明',
  relation: '儿子',
  phone: '13700000000',
  idNumber: '440524197008121037',
  act: 'receive',
  proofKind: 'paper',
  fromOn: '2026-11-01',
  toOn: '2027-10-31',
} as const

describe('CUS-05 proxies', () => {
  it('says for whom, for what, how proved, how long; numbers masked', async () => {
    const personId = await personIdOf(world, 'chen')
    const service = await world.as('service1')
    await service(recordProxy, { params: { personId }, body: son })
    const { proxies } = await service(listProxies, { params: { personId } })
    expect(proxies).toMatchObject([
      { proxyName: '陈小明', actWord: '代领', phoneMasked: '137****0000', inForce: true, recordedBy: '李燕玲' },
    ])
  })

  it('CUS-01 makes the one who acts a person of the register, once, and knows him again', async () => {
    const service = await world.as('service1')
    const record = async (who: 'lin' | 'zheng') =>
      service(recordProxy, { params: { personId: await personIdOf(world, who) }, body: son })
    await record('lin')
    await record('zheng')
    const { items } = await service(findPersons, { body: { q: son.idNumber } })
    expect(items.map((one) => one.name)).toEqual([son.proxyName])
    const other = { ...son, idNumber: testPeople.lin.idNumber }
    const params = { personId: await personIdOf(world, 'chen') }
    await expectRefusal(service(recordProxy, { params, body: other }), 'customers.number_other_name')
  })

  it('refuses a period that ends before it begins, and a number that cannot be', async () => {
    const personId = await personIdOf(world, 'chen')
    const service = await world.as('service1')
    await expectRefusal(
      service(recordProxy, { params: { personId }, body: { ...son, toOn: '2026-10-01' } }),
      'customers.proxy_period',
    )
    await expectRefusal(
      service(recordProxy, { params: { personId }, body: { ...son, phone: '12345' } }),
      'customers.phone_invalid',
    )
  })
})
