/** Invented cases, one a kind, to preview a template before it is approved (NTF-01). Synthetic people only. */
import { type ContactRegister } from './letter-contacts.ts'
import { type LetterKind } from './letter-content.ts'
import { sampleComplaint } from './letter-samples-complaint.ts'
import {
  type AuthorityRequestFacts,
  type DelayNoticeFacts,
  type DenialNoticeFacts,
  type DeniedLine,
  type LetterCase,
  type LetterFacts,
  type PaidLine,
  type PaymentNoticeFacts,
  type ReconsiderationAnswerFacts,
  type RecoveryNoticeFacts,
  type SupplementNoticeFacts,
} from './letter-facts.ts'

function sampleCase(contacts: ContactRegister): LetterCase {
  return {
    letterNo: 'TZ-20251103-000018',
    claimNo: 'LP-20251003-000427',
    progressCode: '480 617',
    issuedOn: '2025-11-03',
    recipientName: '陈佘氏',
    recipientHonorific: '老人家',
    insuredName: '陈佘氏',
    insuredIdMasked: '440524********0028',
    policyNo: 'BD-2025-440514',
    programmeName: '潮南区老年人意外保障项目',
    accidentOn: '2025-10-03',
    accidentPlace: '胪岗镇新中村',
    handlerName: '林演示',
    contacts,
  }
}

const DEATH: PaidLine = {
  decision: 'paid',
  benefit: '意外身故保险金',
  benefitKind: 'death',
  payableFen: 290_000n,
  working: [
    '保险金额¥3,000.00。',
    '事故日2025-10-03，身故日2025-10-12，相隔9天，在180天以内。',
    '减去同一次事故已付的伤残保险金¥100.00。',
    '¥3,000.00 − ¥100.00 = ¥2,900.00。',
  ],
  clauses: [
    { ref: '保障条款第3条第1项', text: '被保险人遭受意外伤害，自事故之日起180日内身故的，给付意外身故保险金3,000元。' },
  ],
}

const TRANSPORT: PaidLine = {
  decision: 'paid',
  benefit: '公交车意外身故保险金',
  benefitKind: 'transport_death',
  payableFen: 3_000_000n,
  working: [
    '乘坐营运类机动车（公交车）的乘客，保险金额¥30,000.00。',
    '与意外身故保险金相加：¥2,900.00 + ¥30,000.00 = ¥32,900.00。',
  ],
  clauses: [{ ref: '保障条款第3条第3项', text: '以乘客身份乘坐营运类机动车期间遭受意外伤害身故的，给付30,000元。' }],
  transport: { vehicle: '公交车', stacking: 'add' },
}

const DENIED_ALLOWANCE: DeniedLine = {
  decision: 'denied',
  benefit: '住院津贴',
  benefitKind: 'hospital_allowance',
  reasons: [
    {
      reason: '住院的医院不是二级及以上医院，也不是我们认可的医院。',
      findings: '出院小结载明，2025-10-03至2025-10-05在㙓头卫生院住院3天；卫生健康部门登记该院为一级。',
      clause: {
        ref: '保障条款第3条第4项',
        text: '因意外伤害在二级及以上医院或者保险人认可的医院住院治疗的，每日给付30元。',
      },
    },
  ],
}

function samplePayment(contacts: ContactRegister): PaymentNoticeFacts {
  return {
    ...sampleCase(contacts),
    kind: 'payment_notice',
    recipientName: '陈大牛',
    recipientHonorific: '先生',
    decidedOn: '2025-11-01',
    decidedBy: '审批人黄演示',
    payBy: '2025-11-11',
    lines: [DEATH, TRANSPORT, DENIED_ALLOWANCE],
    advances: [{ label: '先予支付', paidOn: '2025-10-20', amountFen: 500_000n }],
    transfers: [
      {
        payeeName: '陈大牛',
        relation: '儿子',
        amountFen: 1_395_000n,
        way: { kind: 'bank', bankName: '演示银行潮南支行', accountMasked: '6222********1234' },
      },
      {
        payeeName: '陈小妹',
        relation: '女儿',
        amountFen: 1_395_000n,
        way: { kind: 'bank', bankName: '演示农商行', accountMasked: '6210********0562' },
      },
    ],
  }
}

function sampleDenial(contacts: ContactRegister): DenialNoticeFacts {
  return {
    ...sampleCase(contacts),
    kind: 'denial_notice',
    decidedOn: '2025-11-01',
    decidedBy: '审批人黄演示',
    lines: [DENIED_ALLOWANCE],
  }
}

function sampleSupplement(contacts: ContactRegister): SupplementNoticeFacts {
  return {
    ...sampleCase(contacts),
    kind: 'supplement_notice',
    receivedOn: '2025-10-30',
    heldCodes: ['identity'],
    items: [
      {
        code: 'discharge_summary',
        document: '出院小结',
        why: '交来的照片看不清住院日期',
        way: { kind: 'provide', substitute: '医院盖章的住院证明' },
      },
      {
        code: 'expense_list',
        document: '住院费用清单',
        why: '核对住院天数',
        way: { kind: 'provide', substitute: '电子票据或收费收据' },
      },
      {
        code: 'traffic_report',
        document: '道路交通事故认定书',
        why: '确认事故经过',
        way: { kind: 'we_ask', authority: '潮南区交警部门' },
      },
    ],
  }
}

function sampleDelay(contacts: ContactRegister): DelayNoticeFacts {
  return {
    ...sampleCase(contacts),
    kind: 'delay_notice',
    step: '责任认定',
    reason: '交警部门的事故认定书还没有出具',
    originalDue: '2025-11-05',
    newDue: '2025-11-12',
    statutoryDue: '2025-11-29',
  }
}

function sampleRecovery(contacts: ContactRegister): RecoveryNoticeFacts {
  return {
    ...sampleCase(contacts),
    kind: 'recovery_notice',
    recoveryNo: 'Z251100000017',
    benefit: '住院津贴',
    decidedOn: '2025-11-01',
    paidFen: 15_000n,
    payableFen: 9_000n,
    owedFen: 6_000n,
    reason: '出院小结的出院日期登记错了，多算了2天',
    repayBy: '2025-12-03',
    account: { holder: contacts.company, bank: '演示银行汕头分行', account: '800012345678901234' },
  }
}

function sampleAnswer(contacts: ContactRegister): ReconsiderationAnswerFacts {
  return {
    ...sampleCase(contacts),
    kind: 'reconsideration_answer',
    askedOn: '2025-10-28',
    decidedOn: '2025-11-01',
    decidedBy: '审批人黄演示',
    outcome: 'upheld',
    beforeFen: 0n,
    afterFen: 0n,
    lines: [DENIED_ALLOWANCE],
  }
}

function sampleAuthority(contacts: ContactRegister): AuthorityRequestFacts {
  return {
    ...sampleCase(contacts),
    kind: 'authority_request',
    recipientName: '潮南区演示医院',
    recipientHonorific: '',
    document: '病历',
    why: '核对受伤经过和住院天数',
    answerBy: '2025-11-10',
    withAuthorisation: true,
    first: { on: '2025-10-20', letterNo: 'TZ-20251020-000009' },
  }
}

/** The invented case of a kind, with the contact data that will stand on the real letters. */
export function sampleLetterFacts(kind: LetterKind, contacts: ContactRegister): LetterFacts {
  switch (kind) {
    case 'payment_notice':
      return samplePayment(contacts)
    case 'denial_notice':
      return sampleDenial(contacts)
    case 'supplement_notice':
      return sampleSupplement(contacts)
    case 'delay_notice':
      return sampleDelay(contacts)
    case 'recovery_notice':
      return sampleRecovery(contacts)
    case 'reconsideration_answer':
      return sampleAnswer(contacts)
    case 'authority_request':
      return sampleAuthority(contacts)
    case 'complaint_decision':
    case 'complaint_delay':
    case 'recheck_decision':
      return sampleComplaint(kind, contacts)
  }
}
