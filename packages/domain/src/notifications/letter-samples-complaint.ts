/** Invented complaints to preview their letters with (CMP-08, NTF-01). Synthetic people only. */
import { type ContactRegister } from './letter-contacts.ts'
import { type ComplaintLetterFacts, type LetterHead } from './letter-facts.ts'

export function sampleComplaint(kind: ComplaintLetterFacts['kind'], contacts: ContactRegister): ComplaintLetterFacts {
  const head: LetterHead = {
    letterNo: 'H260300000188',
    claimNo: 'T260300000421',
    progressCode: 'T260300000421',
    issuedOn: '2026-03-16',
    recipientName: '陈佘氏',
    recipientHonorific: '老人家',
    handlerName: '彭演示',
    contacts,
  }
  const grounds = {
    findings: '您在2026年2月2日交齐资料，我们到2月20日才作出决定，超过了答应的三个工作日。',
    basis: '服务承诺：资料齐全后三个工作日内审核完毕。',
    reasons: '经办人请假期间没有人接手，责任在我们。',
  }
  switch (kind) {
    case 'complaint_decision':
      return {
        ...head,
        ...grounds,
        kind,
        receivedOn: '2026-03-02',
        decidedOn: '2026-03-16',
        decidedBy: '方演示',
        outcome: '投诉属实',
        solution: '向您道歉，给付住院津贴。',
        acts: [{ what: '支付住院津贴并由专人电话道歉', by: '2026-03-20' }],
      }
    case 'complaint_delay':
      return {
        ...head,
        kind,
        receivedOn: '2026-03-02',
        reason: '需要向医院核对住院记录，医院答复要到月底',
        originalDue: '2026-03-17',
        newDue: '2026-04-16',
        approvedBy: '沈演示',
      }
    case 'recheck_decision':
      return {
        ...head,
        ...grounds,
        kind,
        askedOn: '2026-03-20',
        decidedOn: '2026-04-10',
        decidedBy: '总公司投诉处理部门',
        outcome: 'changed',
      }
  }
}
