import { describe, expect, it } from 'vitest'
import denial from '../../../../config/letters/denial_notice.json' with { type: 'json' }
import { remediesOf } from './letter-content.ts'
import {
  type DeniedLine,
  type LetterFacts,
  type PaidLine,
  type PaymentNoticeFacts,
  type SupplementNoticeFacts,
} from './letter-facts.ts'
import { letterText } from './letter-text.ts'
import { parseLetterTemplate } from './letter-template.ts'
import { buildLetter } from './letter.ts'
import { build, content, sample } from './letters.fixture.ts'

function paidLine(): PaidLine {
  const line = sample('payment_notice').lines.find((one): one is PaidLine => one.decision === 'paid')
  if (line === undefined) throw new Error('no paid line')
  return line
}

function deniedLine(): DeniedLine {
  const line = sample('denial_notice').lines.find((one): one is DeniedLine => one.decision === 'denied')
  if (line === undefined) throw new Error('no denied line')
  return line
}

/** A payment of one line of ¥3,000.00 to the insured person. */
function simplePayment(): PaymentNoticeFacts {
  return {
    ...sample('payment_notice'),
    advances: [],
    lines: [{ ...paidLine(), payableFen: 300_000n }],
    transfers: [
      {
        payeeName: '陈佘氏',
        relation: '本人',
        amountFen: 300_000n,
        way: { kind: 'bank', bankName: '演示银行', accountMasked: '6222********1234' },
      },
    ],
  }
}

describe('CLM-08 CLM-11 赔付通知书', () => {
  it('states the sum in figures and in capitals, the working, the payees and the last day of payment', () => {
    const text = letterText(content(simplePayment()))
    expect(text).toContain('¥3,000.00（人民币叁仟元整）')
    expect(text).toContain('事故日2025年10月3日，身故日2025年10月12日，相隔9天')
    expect(text).toContain('陈佘氏（本人）')
    expect(text).toContain('最迟在2025年11月11日付款')
  })

  it('a full payment carries no denial and no list of remedies, but says where to disagree', () => {
    const letter = content(simplePayment())
    expect(letter.remedies).toEqual([])
    expect(letterText(letter)).toContain('12378')
    expect(letterText(letter)).not.toContain('不赔付的理由')
  })

  it('a partial payment is one notice: paid lines, denied lines with their own reasons, all remedies', () => {
    const letter = content(sample('payment_notice'))
    expect(letter.tables.map((table) => table.title)).toEqual(['赔付项目和金额', '住院津贴：不赔付的理由', '付给谁'])
    expect(letter.remedies.map((remedy) => remedy.kind)).toEqual(remediesOf(letter.kind))
    expect(letter.clauses.map((clause) => clause.ref)).toHaveLength(3)
  })

  it('advances are taken off and the rest is divided among the payees', () => {
    const text = letterText(content(sample('payment_notice')))
    expect(text).toContain('-¥5,000.00')
    expect(text).toContain('这次应付：¥27,900.00（人民币贰万柒仟玖佰元整）')
  })

  it('a line still open is named with what it waits for', () => {
    const facts = simplePayment()
    const text = letterText(
      content({
        ...facts,
        lines: [
          ...facts.lines,
          {
            decision: 'open',
            benefit: '意外伤残保险金',
            benefitKind: 'disability',
            waitingFor: '等伤残鉴定报告',
            expectedOn: '2026-04-01',
          },
        ],
      }),
    )
    expect(text).toContain('意外伤残保险金还在审核')
    expect(text).toContain('等伤残鉴定报告；预计答复：2026年4月1日')
  })

  it.each([
    ['add', '两项相加'],
    ['instead', '两项不相加'],
  ] as const)('LAW trap 5: stacking %s is stated on a transport death', (stacking, words) => {
    const facts = simplePayment()
    const lines = [{ ...paidLine(), payableFen: 300_000n, transport: { vehicle: '公交车', stacking } }]
    expect(letterText(content({ ...facts, lines }))).toContain(words)
  })

  it('days, long policy numbers and numbers of receipts are no account numbers', () => {
    const facts = { ...simplePayment(), policyNo: '4405142025100100', accidentPlace: '县道 2025-10-03 2025-10-05' }
    const working = ['电子票据号码44060125001234567890，电话0754-8000 0000。']
    expect(build({ ...facts, lines: [{ ...paidLine(), payableFen: 300_000n, working }] })).toMatchObject({ ok: true })
  })

  it('cash is paid with two signatures and a reason (LAW trap 15)', () => {
    const [transfer] = simplePayment().transfers
    if (transfer === undefined) throw new Error('no transfer')
    const cash = (reason: string): LetterFacts => ({
      ...simplePayment(),
      transfers: [{ ...transfer, way: { kind: 'cash', reason } }],
    })
    expect(letterText(content(cash('没有银行账户')))).toContain('两名工作人员')
    expect(build(cash(' '))).toMatchObject({ ok: false, code: 'notifications.cash_without_reason' })
  })

  it('before an account is confirmed the letter asks for one, and shows no stars in its place', () => {
    const [transfer] = simplePayment().transfers
    if (transfer === undefined) throw new Error('no transfer')
    const text = letterText(content({ ...simplePayment(), transfers: [{ ...transfer, way: { kind: 'open' } }] }))
    expect(text).toContain('账户核对好就付')
    expect(text).not.toContain('****；')
  })

  it.each<[string, () => LetterFacts, string]>([
    ['no paid line', () => ({ ...simplePayment(), lines: [deniedLine()] }), 'notifications.nothing_paid'],
    [
      'a paid line without working',
      () => ({ ...simplePayment(), lines: [{ ...paidLine(), working: [] }] }),
      'notifications.working_missing',
    ],
    [
      'a paid line without clause',
      () => ({ ...simplePayment(), lines: [{ ...paidLine(), clauses: [] }] }),
      'notifications.clause_missing',
    ],
    [
      'a transport death without its stacking',
      () => ({ ...simplePayment(), lines: [{ ...paidLine(), benefitKind: 'transport_death' }] }),
      'notifications.stacking_missing',
    ],
    ['transfers that do not add up', () => ({ ...simplePayment(), transfers: [] }), 'notifications.total_mismatch'],
    [
      'a denied line nobody decided',
      () => ({ ...sample('payment_notice'), decidedBy: '' }),
      'notifications.denial_without_person',
    ],
    ['no letter number', () => ({ ...simplePayment(), letterNo: '' }), 'notifications.fact_missing'],
    [
      'an identity number in full',
      () => ({ ...simplePayment(), insuredIdMasked: '440524194001010028' }),
      'notifications.unmasked_value',
    ],
    [
      'an identity number hidden in the working',
      () => ({ ...simplePayment(), lines: [{ ...paidLine(), payableFen: 300_000n, working: ['44052419400101002X'] }] }),
      'notifications.unmasked_value',
    ],
    [
      'an account in full in a free text',
      () => ({ ...simplePayment(), accidentPlace: '账号6222 0212 3456 7890 123' }),
      'notifications.unmasked_value',
    ],
    [
      'the unfair term in a free text',
      () => ({ ...simplePayment(), programmeName: '项目（解释权归我公司）' }),
      'notifications.unfair_wording',
    ],
  ])('is refused with %s', (_, facts, code) => {
    expect(build(facts())).toMatchObject({ ok: false, code })
  })
})

describe('CLM-11 拒绝给付通知书 (保险法 24)', () => {
  it('carries reason, findings, clause, deciding person and every remedy with 12378', () => {
    const letter = content(sample('denial_notice'))
    const text = letterText(letter)
    for (const words of [
      '不是二级及以上医院',
      '㙓头卫生院',
      '保障条款第3条第4项',
      '审批人黄演示',
      '理赔复议',
      '向我们投诉',
      '12378',
      '调解',
      '仲裁',
      '人民法院',
    ])
      expect(text).toContain(words)
    expect(letter.remedies.map((remedy) => remedy.kind)).toEqual(remediesOf(letter.kind))
    expect(text).not.toContain('解释权')
  })

  const [reason] = deniedLine().reasons
  if (reason === undefined) throw new Error('no reason')
  it.each<[string, Partial<DeniedLine>, string]>([
    ['reasons', { reasons: [] }, 'notifications.denial_without_reason'],
    ['words in the reason', { reasons: [{ ...reason, reason: ' ' }] }, 'notifications.denial_without_reason'],
    ['findings', { reasons: [{ ...reason, findings: '' }] }, 'notifications.denial_without_basis'],
    ['the clause', { reasons: [{ ...reason, clause: { ref: '', text: '' } }] }, 'notifications.clause_missing'],
    [
      'the words of the clause',
      { reasons: [{ ...reason, clause: { ref: '第3条', text: '' } }] },
      'notifications.clause_missing',
    ],
  ])('is refused without %s', (_, change, code) => {
    const facts = { ...sample('denial_notice'), lines: [{ ...deniedLine(), ...change }] }
    expect(build(facts)).toMatchObject({ ok: false, code })
  })

  it('is refused without a person, with a paid line, and without a line', () => {
    const facts = sample('denial_notice')
    expect(build({ ...facts, decidedBy: '' })).toMatchObject({ code: 'notifications.denial_without_person' })
    expect(build({ ...facts, lines: [paidLine()] })).toMatchObject({ code: 'notifications.not_a_denial' })
    expect(build({ ...facts, lines: [] })).toMatchObject({ code: 'notifications.not_a_denial' })
  })

  it('a template stripped of a remedy after parsing is still refused', () => {
    const template = parseLetterTemplate(denial)
    if (!template.ok) throw new Error(template.code)
    const stripped = { ...template.value, remedies: template.value.remedies.slice(1) }
    expect(buildLetter(sample('denial_notice'), stripped)).toMatchObject({
      code: 'notifications.template_remedy_missing',
      facts: { remedy: 'reconsideration' },
    })
    expect(buildLetter(sample('delay_notice'), template.value)).toMatchObject({
      code: 'notifications.template_of_other_kind',
    })
  })
})

describe('CLM-03 CLM-04 CLM-11 补充资料通知书 (保险法 22)', () => {
  it('asks once and completely, each paper with a substitute or fetched by us; waiting time is deducted', () => {
    const text = letterText(content(sample('supplement_notice')))
    for (const words of [
      '还需要2样资料',
      '1. 出院小结',
      '医院盖章的住院证明',
      '潮南区交警部门',
      '不用您办',
      '这段等待的时间要扣除',
      '上门来取',
      '保险法》第二十二条',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('第二次')
  })

  it('a second request names the supervisor and the reason', () => {
    const facts = {
      ...sample('supplement_notice'),
      secondRequest: { approvedBy: '郑演示', reason: '新证据与病历不一致' },
    }
    expect(letterText(content(facts))).toContain('新证据与病历不一致。这次补充经主管郑演示同意')
    expect(build({ ...facts, secondRequest: { approvedBy: '', reason: '忘了' } })).toMatchObject({
      code: 'notifications.second_request_unapproved',
    })
  })

  const items = sample('supplement_notice').items
  it.each<[string, Partial<SupplementNoticeFacts>, string]>([
    [
      'nothing is asked of the customer',
      { items: items.filter(({ way }) => way.kind === 'we_ask') },
      'notifications.supplement_asks_nothing',
    ],
    [
      'a paper has no substitute',
      { items: items.map((item) => ({ ...item, way: { kind: 'provide', substitute: '' } as const })) },
      'notifications.supplement_without_way',
    ],
    ['we hold it already', { heldCodes: ['expense_list'] }, 'notifications.supplement_already_held'],
    ['a paper stands twice', { items: [...items, ...items] }, 'notifications.supplement_repeated'],
  ])('is refused when %s', (_, change, code) => {
    expect(build({ ...sample('supplement_notice'), ...change })).toMatchObject({ code })
  })
})

describe('CLM-11 CLM-13 L01 延期告知', () => {
  it('states the step, the reason, the new date and the limit of the law', () => {
    const text = letterText(content(sample('delay_notice')))
    for (const words of ['责任认定', '认定书还没有出具', '2025年11月12日', '2025年11月29日'])
      expect(text).toContain(words)
    expect(text).not.toContain('道歉')
  })

  it('apologises when it is told too late', () => {
    const late = { ...sample('delay_notice'), issuedOn: '2025-11-06' }
    expect(letterText(content(late))).toContain('没有按时告诉您，向您道歉')
  })

  it('promises no date beyond the law and no date that is not later', () => {
    const facts = sample('delay_notice')
    expect(build({ ...facts, newDue: facts.statutoryDue })).toMatchObject({ ok: true })
    expect(build({ ...facts, newDue: '2025-11-30' })).toMatchObject({ code: 'notifications.delay_beyond_law' })
    expect(build({ ...facts, newDue: facts.originalDue })).toMatchObject({ code: 'notifications.delay_not_later' })
  })
})

describe('CLM-11 a letter can be kept and compared', () => {
  it.each(['payment_notice', 'denial_notice', 'supplement_notice', 'delay_notice'] as const)(
    '%s is plain JSON and has no hole left in its wording',
    (kind) => {
      const letter = content(sample(kind))
      expect(JSON.parse(JSON.stringify(letter))).toEqual(letter)
      expect(letterText(letter)).not.toMatch(/[{}]|undefined/)
    },
  )
})

describe('CLM-03 the letter to an office', () => {
  const facts = sample('authority_request')

  it('is addressed to the office, names paper, purpose and day, and the first letter when it reminds', () => {
    const text = letterText(content(facts))
    expect(content(facts).salutation).toBe('潮南区演示医院：')
    expect(text).toContain('病历')
    expect(text).toContain('2025年11月10日')
    expect(text).toContain('TZ-20251020-000009')
    expect(text).toContain('授权书')
  })

  it('the first letter reminds of nothing, and needs a day to come', () => {
    const { first, ...asked } = facts
    expect(first).toBeDefined()
    expect(letterText(content({ ...asked, withAuthorisation: false }))).not.toMatch(/再函|授权书》/)
    expect(build({ ...facts, answerBy: facts.issuedOn })).toMatchObject({ code: 'notifications.fact_missing' })
  })
})
