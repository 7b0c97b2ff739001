import { fulfilAct, getSolution } from '@anpei/contract/complaints'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { arrange, expectRefusal, opened, testPeople } from '../../testing/index.ts'
import { openCase, told, type Case } from './solve.fixture.ts'

describe('CMP-07 promised money of a claim is kept when it has arrived, not when somebody says so', () => {
  let of: Case
  let claimId = ''
  beforeAll(async () => {
    const first = await openCase()
    claimId = await opened(await first.world.as('service1'), testPeople.wu)
    of = await openCase(first.world, { claimId, complainant: { name: '吴投诉', phone: '13800017777' } })
  })
  afterAll(() => of.world.close())
  const acts = async () => (await of.handler(getSolution, { params: of.params })).proposals[0]?.acts ?? []
  const arrives = async (amountFen: number) => {
    await systemWrite(of.world.app, systemActor(1, 'test'), (tx) => {
      tx.record({ name: 'claim.paid', subject: { kind: 'claim', id: claimId }, facts: { amountFen, partial: true } })
      return Promise.resolve()
    })
    await of.world.runJobs()
  }

  it('by the whole sum, in one payment or two; until then they are told every day (T23)', async () => {
    await told(of, { acts: [{ kind: 'payment', what: '付住院津贴', dueOn: '2099-01-01', sumFen: 60_000, claimId }] })
    await of.world.runJobs()
    const daily = `select state from clock where subject_id = $1 and clock_id = 'T23'`
    expect(await arrange(of.world, daily, [claimId])).toEqual([{ state: 'running' }])
    const [act] = await acts()
    const word = of.handler(fulfilAct, { params: { actId: act?.id ?? '' }, body: { proof: '已付' } })
    await expectRefusal(word, 'complaint.payment_speaks')
    await arrives(20_000)
    expect(await acts()).toMatchObject([{ state: 'promised', can: [] }])
    await arrives(40_000)
    expect(await acts()).toMatchObject([{ state: 'done', proof: '赔款已到账，承诺 ¥600.00' }])
  })
})
