import { getDataRequest, listDataRequests } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../customers.fixture.ts'
import { requested } from './privacy.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-07 L13 a request is received with its number, its owner and its clock', () => {
  it('stands in the list by due time, once, told in words, the phone masked', async () => {
    const request = await requested(world, 'lin', 'access', { phone: '13700000009', askerName: '林玉兰' })
    expect(request).toMatchObject({ kindWord: '查阅', state: 'received', owner: '陈总', phoneMasked: '137****0009' })
    expect(request.timeLeft).toMatchObject({ unit: 'workingDay', late: false })
    expect(request.can).toEqual(['verify', 'withdraw'])
    await expectRefusal(requested(world, 'lin', 'access'), 'customers.request_open_already')
    const compliance = await world.as('compliance')
    const { items, total } = await compliance(listDataRequests, { query: {} })
    expect([items.map((one) => one.requestNo), total]).toEqual([[request.requestNo], 1])
    const liaison = await world.as('liaison1')
    await expectRefusal(liaison(getDataRequest, { params: { requestId: request.id } }), 'request.not_permitted')
  })

  it('relatives ask about the dead only', async () => {
    await expectRefusal(requested(world, 'lin', 'heirs', { asker: 'heir' }), 'customers.request_not_dead')
    await expectRefusal(requested(world, 'lin', 'heirs'), 'customers.request_heirs_only')
  })
})
