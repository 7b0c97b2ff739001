import {
  addPapers,
  askSupplement,
  completeFile,
  deliverSupplement,
  getClaim,
  getClaimTimeline,
  getLetterText,
} from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { hand, HOSPITAL_CODES, judge, openClaim, part } from './papers.fixture.ts'

describe('CLM-04 ask once', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  let head: Caller
  let claimId = ''
  const WHY = '核对住院天数'
  const ask = (caller: Caller, codes: readonly string[], reason = '') =>
    caller(askSupplement, { params: { claimId }, body: { items: codes.map((code) => ({ code, why: WHY })), reason } })
  beforeAll(async () => {
    world = await openWorld()
    ;[service, assessor, head] = [await world.as('service1'), await world.as('assessor1'), await world.as('head')]
    claimId = await openClaim(service, testPeople.chen)
    await hand(service, claimId, HOSPITAL_CODES)
    await service(completeFile, { params: { claimId } })
  })
  afterAll(() => world.close())
  const page = () => assessor(getClaim, { params: { claimId } })

  it('judges what came before it asks', async () => {
    await expectRefusal(ask(assessor, ['medical_record']), 'supplement.already_held')
    await judge(assessor, claimId, 'rejected', ['medical_record', 'expense_list'])
    await expectRefusal(ask(assessor, ['medical_record', 'expense_list']), 'supplement.judge_first')
    await judge(
      assessor,
      claimId,
      'accepted',
      HOSPITAL_CODES.filter((code) => code !== 'medical_record' && code !== 'expense_list'),
    )
  })

  it('names what was forgotten, and asks for nothing we hold or do not need', async () => {
    const problem = await expectRefusal(ask(assessor, ['medical_record']), 'supplement.incomplete')
    expect(problem.facts).toEqual({ forgotten: ['费用清单'] })
    await expectRefusal(ask(assessor, ['medical_record', 'expense_list', 'payee_identity']), 'supplement.already_held')
    await expectRefusal(ask(assessor, ['ticket']), 'supplement.unknown_item')
    await expectRefusal(ask(assessor, ['medical_record', 'medical_record']), 'supplement.asked_twice')
  })

  it.each([
    ['traffic', testPeople.wu, 'traffic_police_report'],
    ['falling_object', testPeople.zhang, 'scene_evidence'],
  ] as const)('PRG-03 asks for what proves the cause: %s', async (cause, person, code) => {
    const id = await openClaim(service, person, { accident: { cause } })
    await hand(service, id, HOSPITAL_CODES)
    await judge(assessor, id, 'accepted', HOSPITAL_CODES)
    const params = { claimId: id }
    await expectRefusal(service(completeFile, { params }), 'papers.file_incomplete')
    await assessor(askSupplement, { params, body: { items: [{ code, why: '核实事故原因' }] } })
    const { supplements, documents } = await assessor(getClaim, { params })
    expect(supplements).toMatchObject([{ items: [{ code, why: '核实事故原因' }] }])
    expect(documents.find((item) => item.code === code)).toMatchObject({ required: true, state: 'missing' })
  })

  it('writes the one letter with everything in it', async () => {
    expect(await ask(assessor, ['medical_record', 'expense_list'])).toMatchObject({ state: 'collecting' })
    const { supplements, letters } = await page()
    expect(supplements).toMatchObject([
      { requestNo: 1, items: [{ title: '病历', why: WHY }, { title: '费用清单' }], arrivedAt: null },
    ])
    const { text } = await assessor(getLetterText, { params: { letterId: letters[0]?.id ?? '' } })
    expect(text).toContain('还需要2样资料')
    expect(text).toContain('1. 病历')
    expect(text).toContain('由本公司凭授权书向医院调取')
    expect(text).toContain('尊敬的陈秀英先生')
    await expectRefusal(ask(assessor, ['medical_record', 'expense_list']), 'supplement.still_open')
  })

  it('LAW art. 23 deducts from delivery to arrival of the last paper, both times kept', async () => {
    const dueBefore = (await page()).clocks.find((clock) => clock.clockId === 'L01')?.dueAt
    world.clock.forward(24 * 3_600_000)
    assessor = await world.as('assessor1')
    await assessor(deliverSupplement, { params: { claimId }, body: {} })
    expect((await page()).clocks.find((clock) => clock.clockId === 'L01')).toMatchObject({
      state: 'paused',
      dueAt: null,
    })
    world.clock.forward(72 * 3_600_000)
    ;[service, assessor] = [await world.as('service1'), await world.as('assessor1')]
    await hand(service, claimId, ['medical_record'])
    expect((await page()).supplements[0]?.arrivedAt).toBeNull()
    await hand(service, claimId, ['expense_list'])
    const after = await page()
    expect(after.supplements[0]).toMatchObject({ arrivedAt: world.clock.now() })
    const legal = after.clocks.find((clock) => clock.clockId === 'L01')
    expect(legal?.state).toBe('running')
    expect(Date.parse(legal?.dueAt ?? '') - Date.parse(dueBefore ?? '')).toBe(3 * 86_400_000)
  })

  it('a second request needs a supervisor and a reason, and is a defect in the timeline', async () => {
    head = await world.as('head')
    assessor = await world.as('assessor1')
    await service(completeFile, { params: { claimId } })
    await judge(assessor, claimId, 'accepted', ['expense_list'])
    const { documents } = await page()
    const fresh = documents
      .find((item) => item.code === 'medical_record')
      ?.papers.find((paper) => paper.verdict === null)
    expect(fresh).toBeDefined()
    await judge(assessor, claimId, 'rejected', ['medical_record'])
    await expectRefusal(ask(assessor, ['medical_record'], '医院补盖章'), 'supplement.second_needs_approval')
    await expectRefusal(ask(head, ['medical_record']), 'supplement.second_needs_approval')
    await ask(head, ['medical_record'], '医院漏盖章，须补盖')
    const { entries } = await assessor(getClaimTimeline, { params: { claimId } })
    expect(entries.map((entry) => entry.name)).toContain('claim.second_supplement')
    const { letters } = await page()
    const { text } = await assessor(getLetterText, { params: { letterId: letters.at(-1)?.id ?? '' } })
    expect(text).toContain('经主管郑国华同意')
  })

  it('takes an answer from the portal at the time it comes', async () => {
    await service(
      addPapers,
      { params: { claimId }, body: { channel: 'portal' } },
      { files: [await part('medical_record')] },
    )
    expect((await page()).supplements.map((one) => one.arrivedAt === null)).toEqual([false, false])
  })
})
