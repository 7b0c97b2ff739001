/**
 * Years of complaints (one in a hundred open) as the commands leave them: causes, findings, proposals, decisions,
 * callbacks, clocks, events.
 */
import { fillStore } from './fill-store.ts'
import type { Ground } from './ground.ts'

const TOLD = {
  told: {
    complainant: { name: '', phone: '', email: '', address: '', relation: '' },
    matter: { facts: '材料交了两个月没有人答复。', demand: '请尽快答复。', remedy: '' },
    policyNo: '',
    respondentText: '',
  },
  entry: { text: '资料收齐后十四个工作日才审核完。', with: '', place: '' },
  proposal: {
    findings: '资料收齐后十四个工作日才审核完。',
    basis: '服务承诺：资料齐全后三个工作日内审核完毕。',
    reasons: '经办人请假，没有人接手。',
    solution: '尽快付款并道歉。',
    judgement: '',
    reply: '同意。',
    to: '本人',
    proof: '本人签收',
  },
  callback: { name: '陈投诉', phone: '13800000001', relation: '', callee: null, answers: null },
  attempt: { callNo: 'C-1', note: '' },
} as const

export function fillComplaints(ground: Ground, upTo: number, log: (line: string) => void): Promise<number> {
  return fillStore(ground, upTo, log, {
    what: 'complaints',
    held: `select count(*)::int as n from complaint where complaint_no > 'S' and complaint_no like '%X'`,
    officers: ['handler1', 'handler2'],
    told: TOLD,
    batch: new URL('./complaints-fill.sql', import.meta.url),
  })
}
