import {
  findPersons,
  getPerson,
  listPayees,
  listProxies,
  mergePersons,
  proposePayee,
  revealPayee,
  undoMerge,
} from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, mandated, type World } from '../../testing/index.ts'
import { chenAgain, openWorld, personIdOf, registered, testPeople } from '../customers.fixture.ts'

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
      body: { holderName: '黄小明', relation: 'heir', basis: '继承公证书', account: '6228480402564890018' },
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
    expect(undone.merges).toMatchObject([
      {
        survives: true,
        other: { id: double },
        by: '郑国华',
        reason: '看错了',
        differences: ['id_number', 'name', 'double_cover'],
        undone: { by: '郑国华', at: world.clock.now(), reason: '两个人' },
        can: [],
      },
    ])
    expect(undone.merges[0]?.brought).toEqual([
      { what: 'cover', count: 1 },
      { what: 'payee_account', count: 1 },
      { what: 'proxy', count: 1 },
    ])
    const page = await head(getPerson, { params: { personId: double } })
    expect(page.merges).toMatchObject([{ survives: false, other: { id: survivor }, undone: { reason: '两个人' } }])
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

  it('takes along what had been merged into the merged record, and back; the later merge is undone first', async () => {
    const head = await world.as('head')
    const [first, second] = [
      await registered(world, testPeople.chen.name, chenAgain),
      await registered(world, testPeople.chen.name, '440524194601150046'),
    ]
    const survivor = await personIdOf(world, 'chen')
    const merge = async (personId: string, mergedId: string) =>
      head(mergePersons, {
        params: { personId },
        body: { mergedId, reason: '同一个人', seen: ['id_number', 'birthday', 'age', 'sex'] },
      })
    const undo = (mergeId: string) => head(undoMerge, { params: { mergeId }, body: { reason: '查错了' } })
    const into = async (personId: string) => (await head(getPerson, { params: { personId } })).mergedInto
    const inner = (await merge(first, second)).merges[0]?.id ?? ''
    const outer = (await merge(survivor, first)).merges[0]
    expect(outer).toMatchObject({ other: { id: first }, can: ['undo'] })
    expect(outer?.brought).toContainEqual({ what: 'person', count: 1 })
    expect([await into(first), await into(second)]).toEqual([survivor, survivor])
    await expectRefusal(undo(inner), 'customers.merge_undo_later_first')
    await undo(outer?.id ?? '')
    expect([await into(first), await into(second)]).toEqual([null, first])
    await undo(inner)
    expect(await into(second)).toBe(null)
  })
})
