import {
  addPapers,
  approveProposal,
  completeFile,
  createReport,
  getClaim,
  getReport,
  importReturn,
  judgePapers,
  listPayments,
  listReports,
  makeBatch,
  proposeDecision,
  registerReport,
  saveAssessment,
  sendBatch,
  verifyReport,
  type AssessmentInput,
} from '@anpei/contract/claims'
import type { Problem } from '@anpei/contract/kernel'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, assessAndPropose, confirmedAccount, input, openCase, stay } from './decision/decisions.fixture.ts'
import { hand, HOSPITAL_CODES, judge, openClaim, part } from './papers/papers.fixture.ts'
import {
  arrange,
  type Caller,
  expectRefusal,
  opened,
  openWorld,
  testPeople,
  told,
  type World,
} from '../testing/index.ts'

let world: World
let service: Caller
let assessor: Caller
beforeAll(async () => {
  world = await openWorld()
  service = await world.as('service1')
  assessor = await world.as('assessor1')
})
afterAll(() => world.close())

/** A refusal with this code and this very sentence. */
async function expectSaid(work: Promise<unknown>, code: string, sentence: string): Promise<Problem> {
  const problem = await expectRefusal(work, code)
  expect(problem.message).toBe(sentence)
  return problem
}

describe('CLM-01 a report with something impossible in it', () => {
  const reports = async () => (await service(listReports, { query: {} })).items.length

  it.each([
    [
      'a wrong check digit',
      told({ name: '吴惠珠', idNumber: '440582195307020240' }),
      'customers.id_check_digit',
      '身份证号的最后一位校验码不对，请逐位核对。',
    ],
    [
      'an impossible birthday',
      told({ name: '吴惠珠', idNumber: '440582195302300249' }),
      'customers.id_birthday',
      '身份证号中的出生日期（1953-02-30）不可能存在，请核对第7至14位。',
    ],
    [
      '17 digits',
      told({ name: '吴惠珠', idNumber: '44058219530702024' }),
      'customers.id_length',
      '身份证号应为18位（旧证为15位），现在是17位。',
    ],
    [
      'an accident tomorrow',
      told(testPeople.wu, { accidentOn: '2026-11-24' }),
      'report.accident_in_future',
      '出险日期 2026-11-24 还没有到，请核对。',
    ],
    [
      'an accident after the death',
      told(testPeople.wu, { diedOn: '2026-11-19', kinds: ['death'] }),
      'report.accident_after_death',
      '出险日期 2026-11-20 晚于身故日期 2026-11-19，请核对。',
    ],
    [
      'a death tomorrow',
      told(testPeople.wu, { diedOn: '2026-11-24', kinds: ['death'] }),
      'report.death_in_future',
      '身故日期 2026-11-24 还没有到，请核对。',
    ],
    [
      'an accident before birth',
      told(testPeople.wu, { accidentOn: '1953-07-01' }),
      'report.accident_before_birth',
      '出险日期 1953-07-01 早于出生日期，请核对。',
    ],
  ])('%s is answered with what is wrong, and leaves no half report', async (_fault, body, code, sentence) => {
    const before = await reports()
    await expectSaid(service(createReport, { body: { ...body, register: true } }), code, sentence)
    expect(await reports()).toBe(before)
  })

  it('an old number of 15 digits is read as the number of today', async () => {
    const old = testPeople.zheng.idNumber.slice(0, 6) + testPeople.zheng.idNumber.slice(8, 17)
    expect(old).toHaveLength(15)
    const body = { ...told({ name: '郑建国', idNumber: old }), register: true }
    expect((await service(createReport, { body })).claims).toHaveLength(1)
  })

  it('an accident before the cover opens nothing, says so, and the report stays for a person to decide', async () => {
    const early = told(testPeople.zhou, { accidentOn: '2025-12-31' })
    const { id, claims } = await service(createReport, { body: { ...early, register: true } })
    expect(claims).toEqual([])
    const [zhou] = await arrange(world, 'select id from person where name = $1', ['周汉标'])
    await service(verifyReport, { params: { reportId: id }, body: { personId: String(zhou?.id) } })
    await expectSaid(
      service(registerReport, { params: { reportId: id } }),
      'report.not_covered',
      '出险日期 2025-12-31 没有有效保障，不能立案；请由专人核对花名册后决定是否不予立案。',
    )
    expect(await service(getReport, { params: { reportId: id } })).toMatchObject({ state: 'verified', claims: [] })
  })
})

describe('CLM-09 facts of an assessment that contradict each other', () => {
  const kinds = ['hospital' as const, 'disability' as const]
  const place = { item: null, grade: null, part: '右手', assessedOn: '2026-11-10' }
  const cases: [string, Partial<AssessmentInput>, string, string, string][] = [
    [
      'discharge before admission',
      { stays: [stay('2026-10-14', '2026-10-10')] },
      'input.discharge_before_admission',
      '出院日2026年10月10日早于入院日2026年10月14日。',
      'claim.comment_missing',
    ],
    [
      'admission before the accident',
      { stays: [stay('2026-10-01', '2026-10-14')] },
      'input.admission_before_accident',
      '入院日2026年10月1日早于出险日2026年10月10日。',
      'claim.comment_missing',
    ],
    [
      'a hospital of level 1',
      { stays: [stay('2026-10-10', '2026-10-14', 1)] },
      'hospital.level_too_low',
      '有住院的医院低于二级，也未经认可，不能计入。',
      'claim.nothing_payable',
    ],
    [
      'an item the standard JR/T 0083 does not have',
      { disabilities: [{ ...place, item: '9.9-99', nature: null }] },
      'input.item_unknown',
      '评定标准中查不到条目 9.9-99，须由人工认定。',
      'claim.comment_missing',
    ],
  ]
  let claimId = ''
  beforeAll(async () => {
    const accident = { accidentOn: '2026-10-10', cause: 'fall' as const, kinds }
    claimId = (await openCase(world, service, testPeople.chen, accident)).id
  })
  const save = (facts: Partial<AssessmentInput>) =>
    assessor(saveAssessment, { params: { claimId }, body: input(facts) })

  it.each(cases)(
    '%s pays nothing by itself, says why, and keeps what was typed',
    async (_fault, facts, code, text, refusal) => {
      const made = await save(facts)
      expect(made).toMatchObject({ payableFen: 0 })
      expect(made.kinds.flatMap((kind) => kind.reasons)).toContainEqual({ code, text })
      const { assessment, lines } = await assessor(getClaim, { params: { claimId } })
      expect(assessment).toMatchObject({ revision: made.revision, input: input(facts) })
      const lineId = lines.find((line) => line.benefit === 'hospital_allowance')?.id ?? ''
      const body = { lines: [{ lineId, outcome: 'pay' as const, payableFen: 15_000 }] }
      const problem = await expectRefusal(assessor(proposeDecision, { params: { claimId }, body }), refusal)
      expect(problem.message).toMatch(/^[一-鿿，]+。$/)
    },
  )

  it('overlapping stays count each day once, and the working says which', async () => {
    const made = await save({ stays: [stay('2026-10-10', '2026-10-14'), stay('2026-10-13', '2026-10-16')] })
    expect(made.kinds.flatMap((kind) => kind.lines)).toMatchObject([{ days: 7, payableFen: 21_000 }])
    expect(made.kinds.flatMap((kind) => kind.lines.flatMap((line) => line.working)).join()).toContain('7 天')
  })
})

describe('CLM-05 files that cannot be papers', () => {
  it.each([
    [
      'a program named photo.jpg',
      new Blob([`MZ${'\0'.repeat(200)}`]),
      'file.name_lies',
      '“photo.jpg”的内容与扩展名不符，为安全起见没有接收。',
    ],
    [
      'nine megabytes',
      new Blob([new Uint8Array(9 * 1024 * 1024)]),
      'file.too_large',
      '文件超过 8 MB，请重新拍照或压缩后再传。',
    ],
  ])('%s is refused in words; the papers that are there stay', async (_fault, file, code, sentence) => {
    const claimId = await openClaim(service, testPeople.lin, {
      accident: { accidentOn: code === 'file.name_lies' ? '2026-11-01' : '2026-10-05' },
    })
    await hand(service, claimId, ['application'])
    const files = [await part('medical_record'), await part('medical_record', 'photo.jpg', file)]
    const sent = service(addPapers, { params: { claimId }, body: { channel: 'counter' } }, { files })
    await expectSaid(sent, code, sentence)
    const { documents } = await service(getClaim, { params: { claimId } })
    expect(documents.flatMap((item) => item.papers.map((paper) => paper.files.length))).toEqual([1])
  })
})

describe('ORG-05 two people, one case', () => {
  it('two reviewers who finish at once: one does, the other reads in which state the case is', async () => {
    const claimId = await openClaim(service, testPeople.huang)
    await hand(service, claimId, HOSPITAL_CODES)
    await service(completeFile, { params: { claimId } })
    await judge(assessor, claimId, 'accepted', HOSPITAL_CODES)
    const finish = (one: Caller) => one(judgePapers, { params: { claimId }, body: { verdicts: [], finish: true } })
    const outcomes = await Promise.allSettled([finish(assessor), finish(await world.as('assessor2'))])
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    await expectSaid(
      Promise.reject(refused?.reason),
      'lifecycle.not_possible',
      '赔案处于“责任认定与计算”，不能完成资料审核。',
    )
    const finished = `select 1 from event where subject_id = $1 and name = 'claim.review_finished'`
    expect(await arrange(world, finished, [claimId])).toHaveLength(1)
  })

  it('a case that is not yours is answered like one that does not exist, whatever is tried', async () => {
    const claimId = await opened(service, testPeople.wu, { accidentOn: '2026-11-12' })
    const [far] = await arrange(
      world,
      `select code from division where kind = 'village'
      and parent_code <> '440514001' limit 1`,
    )
    const moved = `update claim set village_code = $1,
      institution_id = (select id from institution where tenant_id = 1 and code = 'HO') where id = $2`
    await arrange(world, moved, [far?.code, claimId])
    const before = await service(getClaim, { params: { claimId } })
    const [outlet, liaison] = await Promise.all([world.as('outlet1'), world.as('liaison1')])
    const files = [await part('application')]
    const notFound = (work: Promise<unknown>) => expectSaid(work, 'request.not_found', '没有找到，或者您无权查看。')
    await notFound(outlet(getClaim, { params: { claimId } }))
    await notFound(liaison(getClaim, { params: { claimId } }))
    await notFound(outlet(addPapers, { params: { claimId }, body: { channel: 'counter' } }, { files }))
    expect((await service(getClaim, { params: { claimId } })).revision).toBe(before.revision)
  })

  it('own approval, over authority, one step twice, approving twice: each in words, and paid for once', async () => {
    const one = await openCase(world, service, testPeople.zhang, {
      accidentOn: '2026-10-10',
      cause: 'traffic',
      kinds: ['death'],
      diedOn: '2026-10-12',
      vehicle: 'commercialRoad',
    })
    const head = await world.as('head')
    const facts = input({ vehicle: 'commercialRoad', deathOn: '2026-10-12' })
    const own = await openCase(world, service, testPeople.ma, {
      accidentOn: '2026-09-10',
      cause: 'fall',
      kinds: ['hospital'],
    })
    const mine = await assessAndPropose(head, own, input({ stays: [stay('2026-09-10', '2026-09-12')] }))
    await expectSaid(approve(world, mine.proposalId, 'head'), 'claim.own_proposal', '不能审批自己提交的案件。')

    const { proposalId } = await assessAndPropose(assessor, one, facts)
    await approve(world, proposalId, 'underwriter1')
    await expectSaid(
      approve(world, proposalId, 'underwriter1'),
      'claim.step_twice',
      '您已审批过前一步，下一步须由另一人审批。',
    )
    await expectSaid(
      approve(world, proposalId, 'underwriter2'),
      'claim.over_authority',
      '金额超出您的授权额度，请转有权限的审批人。',
    )
    expect(await approve(world, proposalId, 'head')).toMatchObject({ state: 'approved' })
    await expectSaid(
      head(approveProposal, { params: { proposalId }, body: {} }),
      'claim.already_approved',
      '这份审批件已经通过。',
    )
    const paid = await arrange(world, 'select sum(amount_fen)::text as fen from payment where claim_id = $1', [one.id])
    expect(paid).toEqual([{ fen: '3300000' }])
  })
})

describe('CLM-12 a return of the bank that does not fit', () => {
  it('an unknown payment and another amount change nothing and are shown; the right row pays, once', async () => {
    const one = await openCase(world, service, testPeople.wu, {
      accidentOn: '2026-10-20',
      cause: 'fall',
      kinds: ['hospital'],
    })
    await confirmedAccount(world, one.personId, { holderName: '吴惠珠' })
    const made = await assessAndPropose(assessor, one, input({ stays: [stay('2026-10-20', '2026-10-24')] }))
    await approve(world, made.proposalId, ...['underwriter1', 'head'].slice(0, made.stepsNeeded))
    const [finance, finhead] = await Promise.all([world.as('finance1'), world.as('finhead')])
    const payment = async () => (await finance(listPayments, { query: { q: one.claimNo } })).items[0]
    const { id = '', paymentNo = '' } = (await payment()) ?? {}
    const batch = await finance(makeBatch, { body: { paymentIds: [id] } })
    await finhead(sendBatch, { params: { batchId: batch.id } })
    const answer = (rows: string) =>
      finance(
        importReturn,
        {},
        {
          files: [
            {
              field: 'table',
              name: '回盘.csv',
              file: new Blob([new Uint8Array(iconv.encode(`支付编号,金额（元）,结果,失败原因\n${rows}`, 'gb18030'))]),
            },
          ],
        },
      )
    const wrong = await answer(`F999999,150.00,成功,\n${paymentNo},150.01,成功,\n`)
    expect(wrong).toMatchObject({
      paid: 0,
      failed: 0,
      problems: [
        { rowNo: 2, code: 'return.unknown_payment', text: '系统里没有这笔支付。' },
        { rowNo: 3, code: 'return.other_amount', text: '金额与系统里的这笔支付不一致。' },
      ],
    })
    expect(await payment()).toMatchObject({ state: 'sent', amountFen: 15_000 })
    expect(await answer(`${paymentNo},150.00,成功,\n`)).toMatchObject({ paid: 1, problems: [] })
    expect(await answer(`${paymentNo},150.00,成功,\n\n`)).toMatchObject({ paid: 0, repeated: 1 })
    expect((await service(getClaim, { params: { claimId: one.id } })).paidFen).toBe(15_000)
  })
})

describe('ORG-04 a session that runs out', () => {
  it('a session that ran out half way: sign in again and send the same, and it happens once', async () => {
    const before = world.clock.now()
    const tired = await world.signIn('service1')
    const body = told({ name: '没有登记的人', idNumber: '' })
    world.clock.forward(12 * 3_600_000 + 60_000)
    const send = (caller: Caller) => caller(createReport, { body }, { key: 'sent-after-the-break' })
    await expectSaid(send(tired), 'request.sign_in_first', '请先登录。')
    const rested = await world.signIn('service1')
    const made = await send(rested)
    expect(await send(rested)).toEqual(made)
    const found = `select 1 from idempotency where key = 'sent-after-the-break'`
    expect(await arrange(world, found)).toHaveLength(1)
    world.clock.set(before)
  })
})
