import { cancelReport, listClaims, myWork } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  arrange,
  type Caller,
  expectRefusal,
  opened,
  openWorld,
  report,
  staffId,
  testPeople,
  type World,
} from '../testing/index.ts'
import { assessAndPropose, confirmedAccount, input, openCase, stay } from './decision/decisions.fixture.ts'

describe('SRV-04 what breaks first for the signed-in person', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;[service, assessor] = [await world.as('service1'), await world.as('assessor1')]
  })
  afterAll(() => world.close())
  const work = (caller: Caller) => caller(myWork, {})

  it('ORG-07 lists one’s own open cases by what is due first, and counts what is late and nobody’s', async () => {
    const ids = [
      await opened(service, testPeople.chen),
      await opened(service, testPeople.lin),
      await opened(service, testPeople.wu),
    ]
    const one = await staffId(world, 'assessor1')
    await arrange(world, 'update claim set owner_id = $1', [one])
    await arrange(world, `update claim set due_at = '2026-11-22T00:00:00Z' where id = $1`, [ids[1]])
    await arrange(world, `update claim set due_at = '2026-11-30T00:00:00Z' where id = $1`, [ids[2]])
    await arrange(world, 'update claim set due_at = null where id = $1', [ids[0]])
    const mine = await work(assessor)
    expect(mine.soon.map((row) => row.id)).toEqual([ids[1], ids[2], ids[0]])
    expect(mine.soon[0]).toMatchObject({ overdue: true, personName: '林玉兰' })
    expect(mine.counts).toMatchObject({ mine: 3, overdue: 1, unowned: 0 })
    await arrange(world, 'update claim set owner_id = null where id = $1', [ids[0]])
    expect((await work(assessor)).counts).toMatchObject({ mine: 2, unowned: 1, lettersUndelivered: 0 })
    // Letters of claims are waiting to be delivered; how many a complaint has is nothing for whoever works on claims.
    await arrange(
      world,
      `insert into letter (tenant_id, id, letter_no, kind, subject_kind, subject_id, salt, sealed, template_version,
        issued_at) select 1, gen_random_uuid(), kind, kind, subject_kind, $1, '', '', 1, now()
        from (values ('payment_notice', 'claim'), ('supplement_notice', 'claim'), ('complaint_decision', 'complaint'))
          as v (kind, subject_kind)`,
      [ids[1]],
    )
    // Two letters of one claim: the count is of claims, and the list it leads to holds exactly them.
    const head = await world.as('head')
    expect((await work(head)).counts).toMatchObject({ lettersUndelivered: 1 })
    const led = await head(listClaims, { query: { undelivered: 'true' } })
    expect([led.total, led.items.map((row) => row.id)]).toEqual([1, [ids[1]]])
    expect((await head(listClaims, { query: { undelivered: 'false' } })).total).toBe(2)
    await arrange(world, `update claim set state = 'closed', closed_at = received_at, owner_id = $2 where id = $1`, [
      ids[0],
      one,
    ])
    expect((await work(assessor)).counts).toMatchObject({ mine: 2, unowned: 0 })
    expect((await work(await world.as('assessor2'))).soon).toEqual([])
    expect(JSON.stringify(mine)).not.toContain(testPeople.lin.idNumber)
  })

  it('shows reports that wait to whoever verifies them, oldest first', async () => {
    const { id, reportNo } = await report(service, { name: '没有登记的人', idNumber: '' })
    const seen = await work(service)
    expect(seen.reports).toMatchObject([{ id, reportNo, personName: '没有登记的人' }])
    expect(seen.counts.reportsToVerify).toBe(1)
    expect(await work(await world.as('finance1'))).toMatchObject({ reports: [], counts: { reportsToVerify: 0 } })
    await service(cancelReport, { params: { reportId: id }, body: { reason: '误报' } })
    expect((await work(service)).reports).toEqual([])
  })

  it('ORG-05 shows a proposal and an account to the second person, never to the one who made it', async () => {
    const one = await openCase(
      world,
      service,
      testPeople.zheng,
      { accidentOn: '2026-10-10', cause: 'fall', kinds: ['hospital'] },
      'complex',
    )
    const accountId = await confirmedAccount(world, one.personId, { holderName: '郑建国', state: 'waiting' })
    await arrange(world, `update payee_account set made_by = $1, checked_at = null where id = $2`, [
      await staffId(world, 'assessor1'),
      accountId,
    ])
    const { proposalId } = await assessAndPropose(assessor, one, input({ stays: [stay('2026-10-10', '2026-10-30')] }))
    const second = await work(await world.as('underwriter1'))
    expect(second.proposals).toMatchObject([
      { id: proposalId, claimId: one.id, personName: '郑建国', madeBy: '黄晓敏' },
    ])
    expect(second.payees).toMatchObject([{ id: accountId, holderName: '郑建国', claimNo: one.claimNo }])
    expect(second.counts).toMatchObject({ proposalsForMe: 1, payeesToConfirm: 1 })
    expect(await work(assessor)).toMatchObject({
      proposals: [],
      payees: [],
      counts: { proposalsForMe: 0, payeesToConfirm: 0 },
    })
    await expectRefusal(work(world.anyone), 'request.sign_in_first')
  })
})
