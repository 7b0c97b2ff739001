import { importReturn, listPayments, makeBatch, sendBatch } from '@anpei/contract/claims'
import { confirmPayee, personTimeline, proposePayee } from '@anpei/contract/customers'
import { listNotices } from '@anpei/contract/notifications'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { approve, assessAndPropose, input, openCase, shareLine, stay } from '../decision/decisions.fixture.ts'

describe('CUS-05 money that goes to another account', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it.each([
    ['other', testPeople.chen, '6228480402564890018'],
    // A living person's beneficiary or heir is somebody else as well.
    ['beneficiary', testPeople.lin, '6228480402564890019'],
  ] as const)(
    '%s: a lawful basis, a second person, and the insured is told to whose account it went',
    async (relation, insured, account) => {
      const [service, assessor, finance, finhead] = await Promise.all(
        ['service1', 'assessor1', 'finance1', 'finhead'].map((login) => world.as(login)),
      )
      if (!service || !assessor || !finance || !finhead) throw new Error('nobody signed in')
      const accident = { accidentOn: '2026-10-10', cause: 'fall' as const, kinds: ['hospital' as const] }
      const one = await openCase(world, service, insured, accident, 'simple')
      const params = { personId: one.personId }
      const other = { holderName: '陈小明', relation, account }
      await expectRefusal(service(proposePayee, { params, body: other }), 'customers.payee_basis_missing')
      const payee = await service(proposePayee, { params, body: { ...other, basis: '书面委托代领，附委托书' } })
      await (await world.as('assessor2'))(confirmPayee, { params: { payeeId: payee.id } })

      const made = await assessAndPropose(assessor, one, input({ stays: [stay('2026-10-10', '2026-10-14')] }))
      await shareLine(world, one, 'hospital_allowance', [{ payeeAccountId: payee.id, shareBps: 10_000 }])
      if (made.state === 'waiting')
        await approve(world, made.proposalId, ...['underwriter1', 'head'].slice(0, made.stepsNeeded))
      const [due] = (await finance(listPayments, { query: { q: one.claimNo } })).items
      const batch = await finance(makeBatch, { body: { paymentIds: [due?.id ?? ''], format: 'bank_csv' } })
      await finhead(sendBatch, { params: { batchId: batch.id } })
      const line = `支付编号,金额（元）,结果,失败原因\n${due?.paymentNo},150.00,成功,\n`
      const file = new Blob([new Uint8Array(iconv.encode(line, 'gb18030'))])
      await finance(importReturn, {}, { files: [{ field: 'table', file, name: '回盘.csv' }] })
      await world.runJobs()

      const notices = (await service(listNotices, { query: { subjectId: one.id } })).items
      const told = notices.find((notice) => notice.template === 'other_account')
      expect(told?.recipientMasked).toMatch(/^138\*{4}/)
      expect(told?.text).toContain('的理赔款付到了陈*明的账户')
      expect(notices.filter((notice) => notice.template === 'other_account')).toHaveLength(1)
      const titles = (await service(personTimeline, { params, query: {} })).items.map((entry) => entry.title)
      expect(titles).toContain('使用他人账户收款')
    },
  )
})
