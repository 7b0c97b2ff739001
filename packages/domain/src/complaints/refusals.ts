/** Refusals of the complaints row (CMP). */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const complaintRefusals = {
  'complaint.recused': {
    status: 403,
    zh: '您须回避：{why}，不能办理、联系或办结本件。',
    en: 'You must keep out of this case: {why}.',
  },
  'complaint.received_in_future': {
    status: 409,
    zh: '收到投诉的时间晚于现在，请核对。',
    en: 'A complaint cannot be received in the future.',
  },
  'complaint.received_before_postmark': {
    status: 409,
    zh: '收到的日子早于邮戳，请核对。',
    en: 'It cannot have arrived before its postmark.',
  },
  'complaint.people_count': {
    status: 409,
    zh: '多人投诉至少两人，代表人数不能多于来访人数。',
    en: 'A group is two people or more, and no more speak for it than came.',
  },
  'complaint.too_many_spokespersons': {
    status: 409,
    zh: '面谈的代表有 {count} 人：多人共同投诉，代表不超过 {most} 人，请推选后再登记。',
    en: '{count} people speak for the group face to face; at most {most} may.',
  },
  'complaint.mandate_expired': {
    status: 409,
    zh: '委托书的期限到 {until} 为止，已经过期：请投诉人重新签字委托，或由本人投诉。',
    en: 'The mandate ended on {until}: it has to be signed again, or the person complains themselves.',
  },
  'complaint.mandate_first': {
    status: 409,
    zh: '投诉人是代人投诉，还没有看到有效的委托书（继承证明），也没有关联到被保险人本人：不能告知处理内容。请先补委托书，或关联到本人、告知本人。',
    en: 'No valid mandate was seen, and the insured person is not known: nothing personal may be told yet.',
  },
  'complaint.mandate_unseen': {
    status: 409,
    zh: '还没有收到委托书或继承证明，请先上传。',
    en: 'The mandate, or the proof of the heir, has not been handed in.',
  },
  'complaint.mandate_undated': {
    status: 409,
    zh: '请写明委托书的期限到哪一天。',
    en: 'Say until when the mandate runs.',
  },
  'complaint.about_missing': {
    status: 409,
    zh: '请写明是替哪位老人投诉。',
    en: 'Say for which elder you complain.',
  },
  'complaint.identity_wrong': {
    status: 409,
    zh: '所说的与登记不符：{wrong}。请核实是不是这一位，不能关联。',
    en: 'What was said does not agree with the register: {wrong}.',
  },
  'complaint.tied_already': {
    status: 409,
    zh: '本件已经是这样关联的，没有变化。',
    en: 'The complaint is tied like this already.',
  },
  'complaint.already_registered': {
    status: 409,
    zh: '同一投诉人的同一内容已登记为 {complaintNo}，不重复登记。有新的事实请记在原件中。',
    en: 'The same complaint is registered as {complaintNo} already.',
  },
  'complaint.no_words': {
    status: 409,
    zh: '服务单里没有客户的话，请填写投诉的事实。',
    en: 'Nothing was said in the request: write down the facts.',
  },
  'complaint.held_by_us': {
    status: 409,
    zh: '不能向投诉人索要我方已有或可以查到的：{items}。',
    en: 'What we hold or can look up may not be asked for: {items}.',
  },
  'complaint.where_not_told': {
    status: 409,
    zh: '请写明告知投诉人的去处或救济途径。',
    en: 'Say where the complainant was told to turn.',
  },
  'complaint.no_earlier_decision': {
    status: 409,
    zh: '请指明同一投诉人已有处理决定的那一件。',
    en: 'Name the earlier complaint of the same person that has been decided.',
  },
  'complaint.merge_with_itself': {
    status: 409,
    zh: '不能并入自己。',
    en: 'A complaint cannot be merged into itself.',
  },
  'complaint.different_complainants': {
    status: 409,
    zh: '两件的投诉人不同：只能关联，不能并案。',
    en: 'Different people complain: link the two, they are never merged.',
  },
  'complaint.survivor_ended': {
    status: 409,
    zh: '要并入的那一件已经结束。',
    en: 'The complaint to merge into has ended.',
  },
  'complaint.assignee_recused': {
    status: 409,
    zh: '不能指派给{name}：{why}，须回避。',
    en: '{name} must keep out of this case: {why}.',
  },
  'complaint.assignee_not_possible': {
    status: 409,
    zh: '只能指派给在岗、有投诉处理权限的人员；没有合适的人时请负责人安排。',
    en: 'It can only be assigned to somebody present who handles complaints.',
  },
  'complaint.cause_not_offered': {
    status: 409,
    zh: '类别“{cause}”已停用，请另选。',
    en: 'The cause "{cause}" is not in use.',
  },
  'complaint.contact_ahead': {
    status: 409,
    zh: '联系的时间要在收到投诉之后、现在之前。',
    en: 'A contact lies after the receipt and not ahead.',
  },
  'complaint.export_too_long': {
    status: 409,
    zh: '超过 {most} 件，请缩小范围再导出。',
    en: 'More than {most} complaints: narrow the list.',
  },
  'complaint.code_file': {
    status: 409,
    zh: '代码表第 {line} 行：{problem}。',
    en: 'Code table, line {line}: {problem}.',
  },
} as const satisfies RefusalCatalogue
