import { addPapers, askAuthority, getClaim, markAnxious } from '@anpei/contract/claims'
import {
  portalAddPapers,
  portalClaim,
  portalLetterPdf,
  portalLetterText,
  portalMyCases,
  portalNamePayee,
  portalPayees,
  portalWorking,
} from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { NOT_A_CLAIM, openFamilyCase, part, reviewCase } from './families.fixture.ts'

const { chen, lin } = testPeople

describe('POR-03 CLM-14 a case as its family sees it', () => {
  let world: World
  let at: Awaited<ReturnType<typeof openFamilyCase>>
  beforeAll(async () => {
    world = await openWorld()
    at = await openFamilyCase(world)
  })
  afterAll(() => world.close())

  it('shows the step, the papers that are missing, and no sum before a person decided', async () => {
    const claim = await at.own(portalClaim, { params: { claimId: at.claimId } })
    expect(claim).toMatchObject({
      personName: chen.name,
      next: 'you_send_papers',
      turn: 'you',
      papersMissing: 7,
      payments: [],
      letters: [],
    })
    expect(claim.papers.find((paper) => paper.code === 'discharge_summary')).toMatchObject({
      state: 'missing',
      required: true,
    })
    expect(claim.money).toMatchObject([{ state: 'open', payableFen: 0 }])
    expect(await at.own(portalWorking, { params: { claimId: at.claimId } })).toEqual({
      decided: false,
      payableFen: 0,
      parts: [],
    })
  })

  it('CLM-03 says which paper we are asking an office for, and does not ask the family for it', async () => {
    const params = { claimId: at.claimId }
    const files = [await part('application'), await part('records_authorisation')]
    await at.service(addPapers, { params, body: { channel: 'counter' } }, { files })
    const before = await at.own(portalClaim, { params })
    const assessor = await world.as('assessor1')
    await assessor(askAuthority, {
      params,
      body: { code: 'medical_record', kind: 'hospital', authority: '潮南区演示医院', why: '核对受伤经过' },
    })
    const after = await at.own(portalClaim, { params })
    expect(after.papers.find((paper) => paper.code === 'medical_record')?.weAskAt).toBe('潮南区演示医院')
    expect(after.papersMissing).toBe(before.papersMissing - 1)
    expect(after.letters).toEqual([])
  })

  it('is not there for somebody else, whatever is asked, and neither is a claim that does not exist', async () => {
    const files = [await part('application')]
    for (const id of [at.claimId, NOT_A_CLAIM]) {
      const params = { claimId: id }
      await expectRefusal(at.stranger(portalClaim, { params }), 'request.not_found')
      await expectRefusal(at.stranger(portalWorking, { params }), 'request.not_found')
      await expectRefusal(at.stranger(portalPayees, { params }), 'request.not_found')
      await expectRefusal(at.stranger(portalAddPapers, { params }, { files }), 'request.not_found')
      await expectRefusal(
        at.stranger(portalNamePayee, {
          params,
          body: { holderName: lin.name, relation: 'self', account: '6228480402564890018' },
        }),
        'request.not_found',
      )
    }
    await expectRefusal(at.stranger(portalLetterText, { params: { letterId: NOT_A_CLAIM } }), 'request.not_found')
    await expectRefusal(at.stranger(portalLetterPdf, { params: { letterId: NOT_A_CLAIM } }), 'request.not_found')
    expect((await at.stranger(portalMyCases, {})).cases).toEqual([])
  })

  it('lends the family no act of the staff', async () => {
    await expectRefusal(at.own(getClaim, { params: { claimId: at.claimId } }), 'request.not_permitted')
    await expectRefusal(
      at.own(markAnxious, { params: { claimId: at.claimId }, body: { anxious: true } }),
      'request.not_permitted',
    )
  })

  it('says when the step ends at the latest and by which promise, while it is our turn', async () => {
    await reviewCase(world, at.service, at.claimId)
    const claim = await at.own(portalClaim, { params: { claimId: at.claimId } })
    expect(claim).toMatchObject({ next: 'we_decide', turn: 'we', papersMissing: 0 })
    expect(claim.expected?.reason).not.toBe('')
    expect(claim.expected?.on).toMatch(/^2026-1[12]-\d\d$/)
    expect(claim.steps.map((step) => step.state)).toEqual(['done', 'done', 'done', 'now', 'next'])
  })
})
