import { signCash } from '@anpei/contract/claims'
import { listNotices } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, mandated, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { offerCash, paymentIdOf, toThemselves } from './cash.fixture.ts'
import { dueCase } from '../decision/decisions.fixture.ts'

describe('CLM-12 CUS-05 cash', () => {
  let world: World
  let finance: Caller
  let finhead: Caller
  beforeAll(async () => {
    world = await openWorld()
    finance = await world.as('finance1')
    finhead = await world.as('finhead')
  })
  afterAll(() => world.close())

  it('needs the permission, a reason, a photo and a known payment', async () => {
    const one = await dueCase(world, testPeople.chen, false)
    const id = await paymentIdOf(finance, one.claimNo)
    await expectRefusal(offerCash(await world.as('service1'), id, toThemselves), 'request.not_permitted')
    await expectRefusal(offerCash(finance, id, { ...toThemselves, reason: '' }), 'request.malformed')
    await expectRefusal(offerCash(finance, id, toThemselves, 0), 'payment.photo_missing')
    await expectRefusal(offerCash(finance, '00000000-0000-7000-8000-000000000001', toThemselves), 'request.not_found')
    await expectRefusal(finance(signCash, { params: { paymentId: id } }), 'lifecycle.not_possible')
  })

  it('goes only to who may take it; who lives is told that another one took it', async () => {
    const one = await dueCase(world, testPeople.wu, false)
    const paymentId = await paymentIdOf(finance, one.claimNo)
    const other = { receiverName: '陈小明', receiverIdNumber: '440524197001010019', reason: '代领' }
    await expectRefusal(offerCash(finance, paymentId, { ...other, receiver: 'heir' }), 'payment.receiver_not_entitled')
    await expectRefusal(
      offerCash(finance, paymentId, { ...other, receiver: 'guardian' }),
      'payment.receiver_not_entitled',
    )
    await expectRefusal(offerCash(finance, paymentId, { ...other, receiver: 'proxy' }), 'payment.no_mandate')
    const body = {
      proxyName: '陈小明',
      relation: '子女',
      fromOn: '2026-11-01',
      toOn: '2027-10-31',
    } as const
    const service = await world.as('service1')
    const looks = await mandated(service, one.personId, { ...body, act: 'look_up' })
    await expectRefusal(
      offerCash(finance, paymentId, { ...other, receiver: 'proxy', proxyId: looks.id }),
      'payment.no_mandate',
    )
    const takes = await mandated(service, one.personId, { ...body, act: 'receive' })
    await expectRefusal(
      offerCash(finance, paymentId, { receiver: 'proxy', proxyId: takes.id, reason: '代领' }),
      'customers.id_missing',
    )
    await offerCash(finance, paymentId, { ...other, receiver: 'proxy', proxyId: takes.id })
    await finhead(signCash, { params: { paymentId } })
    await world.runJobs()
    const told = (await service(listNotices, { query: { subjectId: one.id } })).items
    expect(told.filter((notice) => notice.template === 'cash_taken').map((notice) => notice.text)).toEqual([
      expect.stringContaining('陈*明代您领取现金'),
    ])
  })
})
