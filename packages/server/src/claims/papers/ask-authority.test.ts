import {
  askAuthority,
  askSupplement,
  deliverLetter,
  endTask,
  getClaim,
  getLetterPdf,
  getLetterText,
} from '@anpei/contract/claims'
import { listSharedOfPerson } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { hand, HOSPITAL_CODES, judge, openClaim } from './papers.fixture.ts'

describe('CLM-03 we ask the office, the family need not run', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  let claimId = ''
  const ask = (code = 'medical_record', caller = assessor) =>
    caller(askAuthority, {
      params: { claimId },
      body: { code, kind: 'hospital', authority: '潮南区演示医院', why: '核对受伤经过' },
    })
  const page = () => assessor(getClaim, { params: { claimId } })
  const asked = async (code = 'medical_record') => (await page()).documents.find((item) => item.code === code)?.weAsk

  const pdfHead = async (letterId: string) => {
    const got: unknown = await assessor(getLetterPdf, { params: { letterId } })
    if (!(got instanceof Blob)) throw new Error('not a file')
    return Buffer.from(await got.arrayBuffer())
      .subarray(0, 4)
      .toString()
  }

  beforeAll(async () => {
    world = await openWorld()
    ;[service, assessor] = [await world.as('service1'), await world.as('assessor1')]
    claimId = await openClaim(service, testPeople.chen)
    await hand(service, claimId, ['application'])
  })
  afterAll(() => world.close())

  it('refuses without authorisation, for what only the family has, and to a stranger of the case', async () => {
    await expectRefusal(ask(), 'authority.no_authorisation')
    await hand(service, claimId, ['records_authorisation'])
    await expectRefusal(ask('payee_account'), 'authority.only_family')
    await expectRefusal(ask('ticket'), 'supplement.unknown_item')
    await expectRefusal(ask('medical_record', await world.as('finance1')), 'request.not_permitted')
  })

  it('sends a letter to the office in its own name, with a task due in working days', async () => {
    await ask()
    const { tasks, letters, debts } = await page()
    // Monday 23 November 2026 and five working days: Monday 30 November, to its end.
    expect(tasks).toMatchObject([
      { kind: 'authority', title: '向潮南区演示医院要病历', state: 'open', dueAt: '2026-11-30T16:00:00.000Z' },
    ])
    expect(await asked()).toMatchObject({ authority: '潮南区演示医院', reminders: 0, mayRemind: false })
    expect(letters).toMatchObject([{ kind: 'authority_request', title: '调取资料函', deliveredAt: null }])
    const letterId = letters[0]?.id ?? ''
    const { personId } = await page()
    const shared = await (await world.as('compliance'))(listSharedOfPerson, { params: { personId }, query: {} })
    expect(shared.items).toMatchObject([{ what: '调取资料函', reason: '向潮南区演示医院调取资料' }])
    const { text } = await assessor(getLetterText, { params: { letterId } })
    expect(text).toContain('潮南区演示医院：')
    expect(text).toContain('病历')
    expect(text).toContain('2026年11月30日')
    expect(text).not.toContain('再函')
    expect(text).not.toContain(testPeople.chen.idNumber)
    expect(await pdfHead(letterId)).toBe('%PDF')
    expect(debts.map((debt) => debt.code)).toEqual(expect.arrayContaining(['open_task', 'undelivered_letter']))
    await assessor(deliverLetter, { params: { letterId }, body: { way: 'post', proof: '挂号信回执' } })
    await expectRefusal(ask(), 'authority.asked_already')
  })

  it('the customer is asked for the rest only, and told what we fetch', async () => {
    await judge(assessor, claimId, 'accepted', ['application', 'records_authorisation'])
    const rest = HOSPITAL_CODES.filter(
      (code) => !['application', 'records_authorisation', 'medical_record'].includes(code),
    )
    const supplement = (codes: readonly string[]) =>
      assessor(askSupplement, {
        params: { claimId },
        body: { items: codes.map((code) => ({ code, why: '作出决定需要' })) },
      })
    await expectRefusal(supplement([...rest, 'medical_record']), 'supplement.we_ask')
    await supplement(rest)
    const letter = (await page()).letters.find((one) => one.kind === 'supplement_notice')
    const { text } = await assessor(getLetterText, { params: { letterId: letter?.id ?? '' } })
    expect(text).toContain('由我们去调取的资料')
    expect(text).toContain('潮南区演示医院')
  })

  it('is over when the paper comes: the task is done and may be asked for no more', async () => {
    await hand(service, claimId, ['medical_record'])
    expect(await asked()).toBeNull()
    const { tasks } = await page()
    expect(tasks).toMatchObject([{ kind: 'authority', state: 'done', findings: '资料已收到' }])
    await expectRefusal(ask(), 'supplement.already_held')
  })

  it('a task ended by hand ends the asking, and it may begin again', async () => {
    await ask('expense_list')
    const task = (await page()).tasks.find((one) => one.state === 'open')
    await assessor(endTask, {
      params: { taskId: task?.id ?? '' },
      body: { outcome: 'dropped', findings: '医院没有这份资料' },
    })
    expect(await asked('expense_list')).toBeNull()
    await ask('expense_list')
    expect(await asked('expense_list')).not.toBeNull()
  })

  it('two at once make one letter', async () => {
    const made = await Promise.allSettled([ask('discharge_summary'), ask('discharge_summary')])
    expect(made.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})
