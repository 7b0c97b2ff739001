import { completeFile, getClaim, judgePapers } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { hand, HOSPITAL_CODES, judge, openClaim } from './papers.fixture.ts'

const ALL = { real: true, complete: true, compliant: true }

describe('CLM-06 review as a checklist', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  let claimId = ''
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    assessor = await world.as('assessor1')
    claimId = await openClaim(service, testPeople.chen)
    await hand(service, claimId, HOSPITAL_CODES)
    await service(completeFile, { params: { claimId } })
  })
  afterAll(() => world.close())
  const page = () => assessor(getClaim, { params: { claimId } })
  const paperOf = async (code: string) =>
    (await page()).documents.find((item) => item.code === code)?.papers.at(-1)?.id ?? ''

  it.each([
    [
      'accepting what is incomplete',
      { verdict: 'accepted' as const, checks: { ...ALL, complete: false } },
      'papers.check_failed',
    ],
    ['rejecting without a reason', { verdict: 'rejected' as const, checks: ALL }, 'papers.reason_missing'],
  ])('refuses %s', async (_case, given, code) => {
    const documentId = await paperOf('medical_record')
    await expectRefusal(
      assessor(judgePapers, { params: { claimId }, body: { verdicts: [{ documentId, ...given }] } }),
      code,
    )
  })

  it('refuses a paper of another case', async () => {
    const body = { verdicts: [{ documentId: claimId, verdict: 'accepted' as const, checks: ALL }] }
    await expectRefusal(assessor(judgePapers, { params: { claimId }, body }), 'papers.paper_unknown')
  })

  it('names what stands in the way of finishing, and keeps nothing of the attempt', async () => {
    const codes = HOSPITAL_CODES.filter((code) => code !== 'medical_record')
    const problem = await expectRefusal(judge(assessor, claimId, 'accepted', codes, true), 'papers.review_incomplete')
    expect(problem.facts).toEqual({ missing: ['病历'] })
    expect((await page()).documents.every((item) => item.state === 'received')).toBe(true)
  })

  it('finishes with everything accepted or waived, and stops the clock of the review', async () => {
    await judge(
      assessor,
      claimId,
      'accepted',
      HOSPITAL_CODES.filter((code) => code !== 'medical_record'),
    )
    await judge(assessor, claimId, 'rejected', ['medical_record'])
    expect((await page()).documents.find((item) => item.code === 'medical_record')).toMatchObject({
      state: 'rejected',
      papers: [{ verdict: 'rejected', verdictReason: '看不清', checks: { complete: false } }],
    })
    const body = { waived: [{ code: 'medical_record', reason: '已凭授权书向医院调取' }], finish: true }
    expect(await assessor(judgePapers, { params: { claimId }, body })).toMatchObject({ state: 'assessing' })
    const after = await page()
    expect(after.documents.find((item) => item.code === 'medical_record')?.state).toBe('waived')
    expect(after.clocks.find((clock) => clock.clockId === 'T15')?.stoppedAt).toBe(world.clock.now())
  })

  it('refuses a code the claim does not need, and the reviewer who reported the case as family', async () => {
    const body = { waived: [{ code: 'ticket', reason: '不需要' }] }
    await expectRefusal(assessor(judgePapers, { params: { claimId }, body }), 'papers.code_unknown')
    const reporter = { name: '黄晓敏', phone: '13900000001', relation: 'child' } as const
    const own = await openClaim(service, testPeople.wu, { reporter })
    await expectRefusal(assessor(judgePapers, { params: { claimId: own }, body: {} }), 'claim.own_case')
    expect((await assessor(getClaim, { params: { claimId: own } })).can).not.toContain('judgePapers')
    await expectRefusal(service(judgePapers, { params: { claimId }, body: {} }), 'request.not_permitted')
  })
})
