import {
  findPersons,
  listPayees,
  listProxies,
  mergePersons,
  proposePayee,
  revealPayee,
  undoMerge,
} from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, mandated, type World } from '../testing/index.ts'
import { openWorld, personIdOf, testPeople } from './customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-01 undoing a merge', () => {
  it('lets the double stand by itself again with its accounts and consents readable, once', async () => {
    const [survivor, double] = [await personIdOf(world, 'chen'), await personIdOf(world, 'huang')]
    const head = await world.as('head')
    const son = {
      proxyName: '黄小明',
      relation: '儿子',
      phone: '13700000000',
      act: 'hand_in',
    } as const
    const span = { fromOn: '2026-11-01', toOn: '2027-10-31' }
    const service = await world.as('service1')
    await mandated(service, double, { ...son, ...span })
    await service(proposePayee, {
      params: { personId: double },
      body: { holderName: '黄小明', relation: 'heir', account: '6228480402564890018' },
    })
    const accountOf = async (personId: string) => {
      const [payee] = (await service(listPayees, { params: { personId } })).payees
      return payee && service(revealPayee, { params: { payeeId: payee.id }, body: { reason: '核对' } })
    }
    const view = await head(mergePersons, {
      params: { personId: survivor },
      body: { mergedId: double, reason: '看错了', seen: ['id_number', 'name', 'double_cover'] },
    })
    expect((await accountOf(survivor))?.account).toBe('6228480402564890018')
    expect((await head(listProxies, { params: { personId: survivor } })).proxies[0]?.phoneMasked).toBe('137****0000')
    const mergeId = view.merges[0]?.id ?? ''
    const undone = await head(undoMerge, { params: { mergeId }, body: { reason: '两个人' } })
    expect(undone.merges).toMatchObject([{ undone: true }])
    expect((await head(findPersons, { body: { q: testPeople.huang.idNumber } })).items.map((one) => one.id)).toEqual([
      double,
    ])
    expect((await accountOf(double))?.account).toBe('6228480402564890018')
    expect((await head(listProxies, { params: { personId: double } })).proxies[0]?.phoneMasked).toBe('137****0000')
    expect((await head(listPayees, { params: { personId: survivor } })).payees).toEqual([])
    await expectRefusal(
      head(undoMerge, { params: { mergeId }, body: { reason: '再撤' } }),
      'customers.merge_undone_before',
    )
  })
})
