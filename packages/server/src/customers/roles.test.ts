import { confirmPayee, findPersons, getPerson, proposePayee, revokeProxy } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, mandated, type Caller, type World } from '../testing/index.ts'
import { openWorld, personIdOf, testPeople } from './customers.fixture.ts'

const SON = { name: '陈小明', idNumber: '440524197008121037', phone: '13700000000' }

describe('CUS-01 one person, many roles, each with its period and where it is read from', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())
  const rolesOf = async (personId: string) => (await service(getPerson, { params: { personId } })).roles
  const found = async (q: string, role: 'insured' | 'proxy' | 'heir' | 'holder' | 'prospect') =>
    (await service(findPersons, { body: { q, role } })).items.map((one) => one.name)

  it('the insured by cover, the prospect by the roster before any cover', async () => {
    expect(await rolesOf(await personIdOf(world, 'chen'))).toMatchObject([
      { role: 'insured', word: '被保险人', source: '保障记录', fromOn: expect.any(String), about: null },
    ])
    expect(await rolesOf(await personIdOf(world, 'li'))).toMatchObject([
      { role: 'insured', fromOn: '2064-12-01' },
      { role: 'prospect', word: '准客户' },
    ])
    expect(await found(testPeople.li.name, 'prospect')).toEqual([testPeople.li.name])
    expect(await found(testPeople.chen.name, 'prospect')).toEqual([])
    expect(await found(testPeople.chen.name, 'insured')).toEqual([testPeople.chen.name])
  })

  it('the same man is proxy of one and heir of another', async () => {
    const [chen, lin] = [await personIdOf(world, 'chen'), await personIdOf(world, 'lin')]
    const proxy = await mandated(service, chen, {
      proxyName: SON.name,
      relation: '儿子',
      phone: SON.phone,
      idNumber: SON.idNumber,
      act: 'hand_in',
      fromOn: '2026-11-01',
      toOn: '2027-10-31',
    })
    const payee = await service(proposePayee, {
      params: { personId: lin },
      body: {
        holderName: SON.name,
        relation: 'heir',
        basis: '继承公证书',
        holderIdNumber: SON.idNumber,
        account: '6228480402564890018',
      },
    })
    await (await world.as('assessor2'))(confirmPayee, { params: { payeeId: payee.id } })
    const [row] = (await service(findPersons, { body: { q: SON.idNumber } })).items
    const roles = await rolesOf(row?.id ?? '')
    expect(roles.map(({ word, source, detail, toOn, about }) => [word, source, detail, toOn, about?.name])).toEqual(
      expect.arrayContaining([
        ['受托人', '委托授权', '递交资料', '2027-10-31', testPeople.chen.name],
        ['继承人', '收款账户', '', null, testPeople.lin.name],
      ]),
    )
    expect(await found(SON.name, 'heir')).toEqual([SON.name])
    expect(await found(SON.name, 'proxy')).toEqual([SON.name])
    await service(revokeProxy, { params: { proxyId: proxy.id }, body: { reason: '收回' } })
    expect(await found(SON.name, 'proxy')).toEqual([])
    expect((await rolesOf(row?.id ?? '')).find((one) => one.role === 'proxy')?.toOn).toBe('2026-11-23')
  })

  it('a natural person holds a policy when name and phone are the policy’s', async () => {
    const { name, phone } = testPeople.lin
    await arrange(world, `update policy set holder_name = $1, holder_phone = $2`, [name, phone])
    expect(await found(name, 'holder')).toEqual([name])
    expect(await found('', 'holder')).toEqual([name])
    expect((await rolesOf(await personIdOf(world, 'lin'))).map((one) => one.word)).toContain('投保人')
    await arrange(world, `update policy set holder_phone = '13899999999'`)
    expect(await found(name, 'holder')).toEqual([])
  })
})
