import { getClaim, saveAssessment } from '@anpei/contract/claims'
import { recordPersonConsent } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { arrange, type Caller, expectRefusal, opened, openWorld, testPeople, type World } from '../testing/index.ts'
import { approve, assessAndPropose, confirmedAccount, input, seen, stay } from './decision/decisions.fixture.ts'
import { openClaim, reviewed, withSupplementLetter } from './papers/papers.fixture.ts'

const ACCOUNT = '6228480328888812345'

describe('CLM-08 the claim page', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;[service, assessor] = [await world.as('service1'), await world.as('assessor1')]
  })
  afterAll(() => world.close())
  const page = (caller: Caller, claimId: string) => caller(getClaim, { params: { claimId } })

  it('CUS-08 shows a whole life of a case, and nowhere a full ID number, telephone or account', async () => {
    const claimId = await openClaim(service, testPeople.chen)
    await reviewed(service, assessor, claimId)
    const { personId } = await seen(assessor, claimId)
    await confirmedAccount(world, personId, { holderName: '陈秀英', account: ACCOUNT })
    const proposal = await assessAndPropose(
      assessor,
      await seen(assessor, claimId),
      input({ stays: [stay('2026-11-20', '2026-11-22')] }),
    )
    if (proposal.state === 'waiting') await approve(world, proposal.proposalId, 'underwriter1')
    const view = await page(service, claimId)
    expect(view).toMatchObject({
      idNumberMasked: '440524********0018',
      phoneMasked: '138****0001',
      age: 86,
      // CUS-04: how to talk with an elder stands beside the case.
      careHints: [expect.stringContaining('慢慢说')],
      reporter: { phoneMasked: '139****0000' },
      payees: [{ accountMasked: expect.stringMatching(/\*.*2345$/) }],
      payments: [{ accountMasked: expect.stringMatching(/\*.*2345$/) }],
      programme: { versionNo: expect.any(Number) },
      assessment: { payableFen: expect.any(Number) },
    })
    expect(view.documents.flatMap((item) => item.papers).length).toBeGreaterThan(5)
    const whole = JSON.stringify(view)
    for (const secret of [testPeople.chen.idNumber, testPeople.chen.phone, '13900000000', ACCOUNT])
      expect(whole).not.toContain(secret)
  })

  it('PRG-04 shows on a death what was agreed to and the civil capacity, as facts; on no other claim', async () => {
    const death = await opened(service, testPeople.zhou, { kinds: ['death'], diedOn: '2026-11-20' })
    const { personId, programme, deathCover } = await page(assessor, death)
    expect(deathCover).toMatchObject({ notes: [{ code: 'consent_missing' }], consent: null })
    expect(deathCover?.notes[0]?.text).toContain('保险法第34条')
    const said = {
      answer: 'given',
      route: 'voice',
      givenBy: '本人',
      givenOn: '2026-01-05',
      proof: '录音 20260105-3',
    } as const
    await service(recordPersonConsent, { params: { personId }, body: { ...said, programmeId: programme.id } })
    await arrange(world, 'update person set lacks_capacity = true where id = $1', [personId])
    expect((await page(assessor, death)).deathCover).toMatchObject({
      notes: [{ code: 'consent_given' }, { code: 'lacks_capacity' }],
      consent: said,
    })
    const injury = await opened(service, testPeople.zhou, { accidentOn: '2026-10-10' })
    expect((await page(assessor, injury)).deathCover).toBeNull()
  })

  it('CLK-05 shows that the 30 days of 保险法 23 wait while papers are asked for, and that they went on', async () => {
    const claimId = await openClaim(service, testPeople.lin)
    await withSupplementLetter(service, assessor, claimId)
    const { clocks, supplements } = await page(service, claimId)
    const limit = clocks.find((clock) => clock.clockId === 'L01')
    expect(limit).toMatchObject({ kind: 'statutory', right: false })
    expect(clocks.find((clock) => clock.clockId === 'L05')).toMatchObject({ right: true })
    expect(limit?.title.length).toBeGreaterThan(4)
    expect(limit?.explanation.length).toBeGreaterThan(10)
    expect(supplements).toHaveLength(1)
  })

  it('offers what the post may do in this state, and nothing on a case about oneself', async () => {
    const claimId = await opened(service, testPeople.wu)
    const head = await world.as('head')
    expect((await page(head, claimId)).can).toContain('assignClaim')
    expect((await page(service, claimId)).can).not.toContain('assignClaim')
    expect((await page(await world.as('compliance'), claimId)).can).toEqual([])
    await arrange(world, 'update claim set owner_id = null where id = $1', [claimId])
    expect((await page(assessor, claimId)).can).toContain('takeClaim')
    expect((await page(service, claimId)).can).not.toContain('takeClaim')
    const own = await openClaim(service, testPeople.zheng, {
      reporter: { name: '黄晓敏', phone: '13900000000', relation: 'child' },
    })
    await arrange(world, 'update claim set owner_id = null where id = $1', [own])
    const { can } = await page(assessor, own)
    for (const act of ['takeClaim', 'judgePapers', 'saveAssessment', 'proposeDecision']) expect(can).not.toContain(act)
  })

  it('ORG-05 is not found when it is not yours, or nobody’s', async () => {
    const claimId = await opened(service, testPeople.huang)
    const [far] = await arrange(
      world,
      `select code from division where kind = 'village' and parent_code <> '440514001' limit 1`,
    )
    const liaison = await world.as('liaison1')
    expect((await page(liaison, claimId)).id).toBe(claimId)
    await arrange(world, 'update claim set village_code = $1 where id = $2', [far?.code, claimId])
    await expectRefusal(page(liaison, claimId), 'request.not_found')
    const outlet = await world.as('outlet1')
    expect((await page(outlet, claimId)).id).toBe(claimId)
    const elsewhere = `(select id from institution where code = 'CN-LY')`
    await arrange(world, `update claim set institution_id = ${elsewhere} where id = $1`, [claimId])
    await expectRefusal(page(outlet, claimId), 'request.not_found')
    await expectRefusal(page(service, newId()), 'request.not_found')
    await expectRefusal(page(service, 'not-an-id'), 'request.not_found')
    await expectRefusal(page(await world.as('sponsor'), claimId), 'request.not_permitted')
    await expectRefusal(page(await world.as('broker1'), claimId), 'request.not_permitted')
  })

  it('names other claims of the person, and the refused write leaves the page as it was', async () => {
    const first = await opened(service, testPeople.zhang, { accidentOn: '2026-10-10' })
    const second = await opened(service, testPeople.zhang, { accidentOn: '2026-11-10' })
    const before = await page(service, second)
    expect(before.otherClaims).toMatchObject([
      { id: first, accidentOn: '2026-10-10', stateWord: '资料收集', paidFen: 0 },
    ])
    await expectRefusal(
      assessor(saveAssessment, { params: { claimId: second }, body: input() }),
      'lifecycle.not_possible',
    )
    expect((await page(service, second)).revision).toBe(before.revision)
  })
})
