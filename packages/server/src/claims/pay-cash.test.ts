import { callOffCash, getClaim, listPayments, makeBatch, payCash, signCash } from '@anpei/contract/claims'
import { recordProxy } from '@anpei/contract/customers'
import type { Sent } from '@anpei/contract/kernel'
import { listNotices } from '@anpei/contract/notifications'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { confirmedAccount, dueCase } from './decisions.fixture.ts'

type Body = NonNullable<Sent<typeof payCash>['body']>

describe('CLM-12 CUS-05 cash', () => {
  let world: World
  let finance: Caller
  let finhead: Caller
  let photo: Buffer
  beforeAll(async () => {
    world = await openWorld()
    finance = await world.as('finance1')
    finhead = await world.as('finhead')
    photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#888888' } })
      .jpeg()
      .toBuffer()
  })
  afterAll(() => world.close())

  const self: Body = { receiver: 'self', reason: '老人没有银行卡' }
  const pay = (as: Caller, paymentId: string, body: Body, photos = 1) => {
    const file = new Blob([new Uint8Array(photo)])
    const files = Array.from({ length: photos }, () => ({ field: 'photo', file, name: 'cash.jpg' }))
    return as(payCash, { params: { paymentId }, body }, { files })
  }
  const paymentOf = async (claimNo: string): Promise<string> =>
    (await finance(listPayments, { query: { q: claimNo } })).items[0]?.id ?? ''

  it('needs the permission, a reason, a photo and a known payment', async () => {
    const one = await dueCase(world, testPeople.chen, false)
    const id = await paymentOf(one.claimNo)
    await expectRefusal(pay(await world.as('service1'), id, self), 'request.not_permitted')
    await expectRefusal(pay(finance, id, { ...self, reason: '' }), 'request.malformed')
    await expectRefusal(pay(finance, id, self, 0), 'payment.photo_missing')
    await expectRefusal(pay(finance, '00000000-0000-7000-8000-000000000001', self), 'request.not_found')
    await expectRefusal(finance(signCash, { params: { paymentId: id } }), 'lifecycle.not_possible')
  })

  it('is paid when a second person has signed, and goes no other way meanwhile', async () => {
    const one = await dueCase(world, testPeople.zhang, false)
    await confirmedAccount(world, one.personId)
    const paymentId = await paymentOf(one.claimNo)
    const waiting = await pay(finance, paymentId, self)
    expect(waiting).toMatchObject({ state: 'signing', cash: { receiverWord: '本人', secondSigner: null } })
    expect(waiting.can).not.toContain('signCash')
    await expectRefusal(finance(signCash, { params: { paymentId } }), 'payment.same_signer')
    await expectRefusal(pay(finhead, paymentId, self), 'lifecycle.not_possible')
    await expectRefusal(finance(makeBatch, { body: { paymentIds: [paymentId] } }), 'payment.not_ready')
    expect((await finance(getClaim, { params: { claimId: one.id } })).state).not.toBe('closed')

    const [first, second] = await Promise.allSettled([
      finhead(signCash, { params: { paymentId } }),
      finhead(signCash, { params: { paymentId } }),
    ])
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
    const [paid] = (await finance(listPayments, { query: { q: one.claimNo } })).items
    expect(paid).toMatchObject({ state: 'paid', way: 'cash', cash: { secondSigner: expect.any(String) } })
    expect(paid?.can).toEqual([])
  })

  it('can be called off, and the payment is due again', async () => {
    const one = await dueCase(world, testPeople.lin, false)
    const paymentId = await paymentOf(one.claimNo)
    await pay(finance, paymentId, self)
    const back = await finhead(callOffCash, { params: { paymentId }, body: { reason: '老人改用存折' } })
    expect(back).toMatchObject({ state: 'due', cash: null })
    const again = callOffCash
    await expectRefusal(finhead(again, { params: { paymentId }, body: { reason: '再撤' } }), 'lifecycle.not_possible')
    expect(await pay(finhead, paymentId, self)).toMatchObject({ state: 'signing' })
  })

  it('goes only to who may take it; who lives is told that another one took it', async () => {
    const one = await dueCase(world, testPeople.wu, false)
    const paymentId = await paymentOf(one.claimNo)
    const other = { receiverName: '陈小明', receiverIdNumber: '440524197001010019', reason: '代领' }
    await expectRefusal(pay(finance, paymentId, { ...other, receiver: 'heir' }), 'payment.receiver_not_entitled')
    await expectRefusal(pay(finance, paymentId, { ...other, receiver: 'guardian' }), 'payment.receiver_not_entitled')
    await expectRefusal(pay(finance, paymentId, { ...other, receiver: 'proxy' }), 'payment.no_mandate')
    const body = {
      proxyName: '陈小明',
      relation: '子女',
      proofKind: 'paper',
      fromOn: '2026-01-01',
      toOn: '2027-12-31',
    } as const
    const service = await world.as('service1')
    const params = { personId: one.personId }
    const looks = await service(recordProxy, { params, body: { ...body, act: 'look_up' } })
    await expectRefusal(
      pay(finance, paymentId, { ...other, receiver: 'proxy', proxyId: looks.id }),
      'payment.no_mandate',
    )
    const takes = await service(recordProxy, { params, body: { ...body, act: 'receive' } })
    await expectRefusal(
      pay(finance, paymentId, { receiver: 'proxy', proxyId: takes.id, reason: '代领' }),
      'customers.id_missing',
    )
    await pay(finance, paymentId, { ...other, receiver: 'proxy', proxyId: takes.id })
    await finhead(signCash, { params: { paymentId } })
    await world.runJobs()
    const told = (await service(listNotices, { query: { subjectId: one.id } })).items
    expect(told.filter((notice) => notice.template === 'cash_taken').map((notice) => notice.text)).toEqual([
      expect.stringContaining('陈*明代您领取现金'),
    ])
  })
})
