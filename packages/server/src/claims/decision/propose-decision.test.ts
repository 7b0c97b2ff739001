import { getClaim, listPayments, proposeDecision, saveAssessment } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import {
  allowStraightThrough,
  approve,
  assessAndPropose,
  confirmedAccount,
  input,
  openCase,
  stay,
} from './decisions.fixture.ts'

describe('CLM-08 CLM-10 proposing and approving', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    assessor = await world.as('assessor1')
  })
  afterAll(() => world.close())

  it('needs one further person for a small sum and says who may not be it', async () => {
    const one = await openCase(world, service, testPeople.lin, {
      accidentOn: '2026-10-10',
      cause: 'fall',
      kinds: ['disability'],
    })
    const body = input({
      disabilities: [{ item: null, grade: 8, part: '左手', nature: null, assessedOn: '2026-11-20' }],
    })
    const made = await assessAndPropose(assessor, one, body)
    expect(made).toMatchObject({ state: 'waiting', stepsNeeded: 1, payableFen: 90000 })
    await expectRefusal(approve(world, made.proposalId, 'service1'), 'request.not_permitted')
    expect(await approve(world, made.proposalId, 'underwriter1')).toEqual({
      state: 'approved',
      stepsNeeded: 1,
      stepsDone: 1,
    })
    await expectRefusal(approve(world, made.proposalId, 'underwriter2'), 'claim.already_approved')
    const page = await assessor(getClaim, { params: { claimId: one.id } })
    expect(page).toMatchObject({
      state: 'settling',
      lines: [{ benefit: 'disability', state: 'approved', payableFen: 90000 }],
    })
  })

  it('refuses other amounts, a denial without reasons, and an unknown reason', async () => {
    const one = await openCase(world, service, testPeople.zheng, {
      accidentOn: '2026-10-11',
      cause: 'fall',
      kinds: ['hospital'],
    })
    const claimId = one.id
    const lineId = one.lineOf('hospital_allowance')
    const propose = (line: object) =>
      assessor(proposeDecision, {
        params: { claimId },
        body: { lines: [{ lineId, outcome: 'pay', payableFen: 0, ...line }] },
      })
    await expectRefusal(propose({ payableFen: 9000 }), 'claim.no_assessment')
    await assessor(saveAssessment, { params: { claimId }, body: input({ stays: [stay('2026-10-12', '2026-10-14')] }) })
    await expectRefusal(propose({ payableFen: 8999 }), 'claim.amount_differs')
    await expectRefusal(propose({ outcome: 'deny' }), 'claim.reasons_missing')
    await expectRefusal(propose({ outcome: 'deny', reasons: ['because.so'] }), 'claim.reason_unknown')
    const made = await propose({ outcome: 'deny', reasons: ['accident.disease'] })
    expect(made).toMatchObject({ state: 'waiting', stepsNeeded: 1 })
    await approve(world, made.proposalId ?? '', 'underwriter1')
    const page = await assessor(getClaim, { params: { claimId } })
    expect(page).toMatchObject({
      state: 'settling',
      lines: [{ state: 'denied', denialReasons: [{ code: 'accident.disease' }], reserveFen: 0 }],
    })
  })

  it('PRG-03 a draft may lack evidence, a proposal not: it names every answer that has none', async () => {
    const one = await openCase(world, service, testPeople.lin, {
      accidentOn: '2026-10-12',
      cause: 'fall',
      kinds: ['hospital'],
    })
    const params = { claimId: one.id }
    const bare = input({ stays: [stay('2026-10-12', '2026-10-14')], vehicle: 'private', vehicleEvidence: '' })
    const accidentTest = { external: 'yes', sudden: 'yes', unintended: 'yes', nonDisease: 'yes' } as const
    const propose = () =>
      assessor(proposeDecision, {
        params,
        body: { lines: [{ lineId: one.lineOf('hospital_allowance'), outcome: 'pay', payableFen: 9000 }] },
      })
    const body = { ...bare, accidentTest, exclusions: ['dental'], exclusionEvidence: {} }
    expect(await assessor(saveAssessment, { params, body })).toMatchObject({ kinds: [{ outcome: 'refuse' }] })
    const { facts } = await expectRefusal(propose(), 'claim.evidence_missing')
    expect(facts).toEqual({
      missing: ['外来的', '突发的', '非本意的', '非疾病的', '责任免除“牙齿保健和修复”', '乘坐的交通工具'],
    })
    await assessor(saveAssessment, { params, body: { ...bare, vehicleEvidence: '行驶证' } })
    expect(await propose()).toMatchObject({ state: 'waiting' })
  })

  it('needs two further people above ¥5,000, one of them with authority, each once', async () => {
    const one = await openCase(world, service, testPeople.wu, {
      accidentOn: '2026-10-10',
      cause: 'traffic',
      kinds: ['death'],
      diedOn: '2026-10-12',
      vehicle: 'commercialRoad',
    })
    const made = await assessAndPropose(assessor, one, input({ vehicle: 'commercialRoad', deathOn: '2026-10-12' }))
    expect(made).toMatchObject({ payableFen: 3_300_000, stepsNeeded: 2 })
    expect(await approve(world, made.proposalId, 'underwriter1')).toMatchObject({ state: 'waiting', stepsDone: 1 })
    await expectRefusal(approve(world, made.proposalId, 'underwriter1'), 'claim.step_twice')
    await expectRefusal(approve(world, made.proposalId, 'underwriter2'), 'claim.over_authority')
    expect(await approve(world, made.proposalId, 'head')).toMatchObject({ state: 'approved', stepsDone: 2 })
  })

  it('pays a simple allowance straight through where the table allows it, and never denies so', async () => {
    await allowStraightThrough(world)
    const one = await openCase(
      world,
      service,
      testPeople.chen,
      { accidentOn: '2026-10-10', cause: 'fall', kinds: ['hospital'] },
      'simple',
    )
    const accountId = await confirmedAccount(world, one.personId)
    const made = await assessAndPropose(assessor, one, input({ stays: [stay('2026-10-10', '2026-10-14')] }))
    expect(made).toMatchObject({ state: 'approved', stepsNeeded: 0, payableFen: 15000 })
    const page = await assessor(getClaim, { params: { claimId: one.id } })
    expect(page).toMatchObject({
      state: 'settling',
      payableFen: 15000,
      lines: [{ state: 'approved', payableFen: 15000, reserveFen: 15000 }],
    })
    const { items } = await (await world.as('finance1'))(listPayments, { query: { q: one.claimNo } })
    expect(items).toMatchObject([{ amountFen: 15000, state: 'due', accountConfirmed: true, overdue: false }])
    expect(accountId).not.toBe('')
  })
})
