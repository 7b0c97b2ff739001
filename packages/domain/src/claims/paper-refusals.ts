/** Refusals about papers, supplements, tasks, letters and the closing of a claim. */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const paperRefusals = {
  'claim.has_debts': {
    status: 409,
    zh: '还有没办完的事，不能结案：{debts}。',
    en: 'Not everything is settled: {debts}.',
  },
  'papers.received_in_future': {
    status: 409,
    zh: '收到时间不能晚于现在，请核对。',
    en: 'The time of receipt is in the future.',
  },
  'papers.received_before_report': {
    status: 409,
    zh: '收到时间早于报案时间，请核对。',
    en: 'The time of receipt is before the report.',
  },
  'papers.code_unknown': {
    status: 409,
    zh: '本案的资料清单中没有“{code}”。',
    en: 'The list of papers of this claim has no “{code}”.',
  },
  'papers.paper_unknown': {
    status: 409,
    zh: '所审的资料不属于本案，请刷新后再看。',
    en: 'A judged paper does not belong to this claim.',
  },
  'papers.taken_over': {
    status: 409,
    zh: '这份文件已经收作本案资料，不用再收。',
    en: 'This file is a paper of the claim already.',
  },
  'papers.judged_twice': {
    status: 409,
    zh: '“{paper}”在同一次提交中审了两次。',
    en: '“{paper}” is judged twice in one go.',
  },
  'papers.check_failed': {
    status: 409,
    zh: '“{paper}”的真实性、完整性、合规性没有全部通过，不能判为合格。',
    en: '“{paper}” does not pass all three checks.',
  },
  'papers.reason_missing': {
    status: 409,
    zh: '“{paper}”判为不合格，须写明原因。',
    en: 'A reason is needed to reject “{paper}”.',
  },
  'papers.review_incomplete': {
    status: 409,
    zh: '这些资料还没有审核通过：{missing}。',
    en: 'These papers are not accepted yet: {missing}.',
  },
  'papers.file_incomplete': {
    status: 409,
    zh: '资料还没有收齐，还缺：{missing}。',
    en: 'The file is not complete; missing: {missing}.',
  },
  'supplement.still_open': {
    status: 409,
    zh: '上一次补充资料通知还没有收齐，不能再发。',
    en: 'The last request for papers is still open.',
  },
  'supplement.too_many': {
    status: 409,
    zh: '补充资料最多通知 {most} 次。',
    en: 'No more than {most} requests are possible.',
  },
  'supplement.unknown_item': {
    status: 409,
    zh: '本案的资料清单中没有“{code}”，不能要求提供。',
    en: 'The claim needs no paper “{code}”.',
  },
  'supplement.asked_twice': {
    status: 409,
    zh: '“{item}”在清单里出现了两次。',
    en: '“{item}” stands in the list twice.',
  },
  'supplement.already_held': {
    status: 409,
    zh: '“{item}”我们已经有了，法律规定不能再要。',
    en: 'We already hold “{item}”; it may not be asked for.',
  },
  'supplement.judge_first': {
    status: 409,
    zh: '这些资料已收到还没有审，请先审完再一次说清：{items}。',
    en: 'Judge these received papers first: {items}.',
  },
  'supplement.incomplete': {
    status: 409,
    zh: '补充资料只能要一次，清单里还漏了：{forgotten}。',
    en: 'Papers are asked for once; forgotten: {forgotten}.',
  },
  'supplement.second_needs_approval': {
    status: 403,
    zh: '再次要求补充资料须由主管批准并写明原因，并记为一次差错。',
    en: 'A second request needs a supervisor and a reason.',
  },
  'supplement.none_open': {
    status: 409,
    zh: '没有等待送达的补充资料通知。',
    en: 'No request for papers awaits delivery.',
  },
  'supplement.we_ask': {
    status: 409,
    zh: '“{item}”我们正在向有关单位要，不用客户再交。',
    en: 'We are asking an office for “{item}”; the customer need not bring it.',
  },
  'authority.rules_malformed': {
    status: 400,
    zh: '调取资料的规则有误：每类单位须写明工作日天数（1至60）和是否需要授权书。',
    en: 'The rules for asking an office are malformed.',
  },
  'authority.asked_already': {
    status: 409,
    zh: '“{item}”已经发函在要，还没有答复。',
    en: '“{item}” is already asked for; the answer is awaited.',
  },
  'authority.only_family': {
    status: 409,
    zh: '“{item}”只有客户本人或家属能给，不能向别的单位要。',
    en: 'Only the family can give “{item}”.',
  },
  'authority.no_authorisation': {
    status: 409,
    zh: '向医院要“{item}”须有本人或家属签署的调取资料授权书，请先收取授权书。',
    en: 'A hospital gives “{item}” only against a signed authorisation.',
  },
  'authority.not_due': {
    status: 409,
    zh: '给对方的时间还没有过，到期后再催。',
    en: 'The time given to the office is not over yet.',
  },
  'authority.too_many': {
    status: 409,
    zh: '已经催过 {most} 次，请另想办法。',
    en: 'The office was reminded {most} times; find another way.',
  },
  'signing.not_needed': {
    status: 409,
    zh: '本案的资料清单中没有理赔申请书。',
    en: 'The claim needs no application.',
  },
  'signing.stands': {
    status: 409,
    zh: '理赔申请书已经有效，不用再签。',
    en: 'The application stands; it need not be signed again.',
  },
  'signing.picture_missing': {
    status: 400,
    zh: '请先签名，或者拍一张手印的照片（只要一张）。',
    en: 'Please sign, or take one photo of the thumbprint.',
  },
  'signing.blank': {
    status: 400,
    zh: '没有看到签名，请再签一次。',
    en: 'No signature is to be seen; please sign again.',
  },
  'signing.by_staff': {
    status: 409,
    zh: '工作人员不能替客户签理赔申请书。',
    en: 'Our own people do not sign for a customer.',
  },
  'signing.not_the_insured': {
    status: 409,
    zh: '以本人身份签名的，须是被保险人{name}本人；别人签请写明与被保险人的关系。',
    en: 'Whoever signs as the insured must be {name}.',
  },
  'signing.witness_missing': {
    status: 400,
    zh: '按手印须有见证人：请写明见证人的姓名、身份证号或电话；见证人不能是签字人自己。',
    en: 'A thumbprint needs a witness with name and ID number or telephone.',
  },
  'signing.witness_handles_case': {
    status: 409,
    zh: '办这个案子的工作人员不能当见证人，请另请一位。',
    en: 'Who handles the case cannot be the witness.',
  },
  'message.too_many': {
    status: 409,
    zh: '您已经有 {most} 条留言在等我们答复。着急请打电话给我们。',
    en: '{most} messages of yours await an answer; please call us.',
  },
  'message.answered_already': {
    status: 409,
    zh: '这条留言已经有人答复了，请刷新后再看。',
    en: 'The message is answered already.',
  },
  'letter.delivered_already': {
    status: 409,
    zh: '这封函件已经登记过送达。',
    en: 'The delivery of this letter is already recorded.',
  },
  'letter.delivered_in_future': {
    status: 409,
    zh: '送达时间不能晚于现在。',
    en: 'The time of delivery is in the future.',
  },
  'letter.delivered_before_issue': {
    status: 409,
    zh: '送达时间早于函件出具时间，请核对。',
    en: 'The delivery is before the letter was issued.',
  },
  'delay.nothing_due': { status: 409, zh: '现在没有正在计算的期限，不需要延期告知。', en: 'No limit is running.' },
  'delay.too_late': {
    status: 409,
    zh: '原定 {dueOn} 已经过了，延期须在到期前告知；请立即联系客户说明并道歉。',
    en: 'The day {dueOn} is over; a delay is told before.',
  },
  'delay.not_later': {
    status: 409,
    zh: '新的日期 {newDueOn} 不晚于原定的 {dueOn}。',
    en: '{newDueOn} is not later than {dueOn}.',
  },
  'delay.beyond_law': {
    status: 409,
    zh: '新的日期 {newDueOn} 超过法定期限 {statutoryDueOn}，不能这样答复。',
    en: '{newDueOn} is beyond the limit of law, {statutoryDueOn}.',
  },
  'task.pattern_malformed': {
    status: 400,
    zh: '任务计划有误（分级“{class}”，步骤“{step}”）：步骤名不能重复，前一步须写在前面，期限0至60天。',
    en: 'The task pattern of class “{class}” is malformed at step “{step}”.',
  },
  'task.owner_unknown': { status: 409, zh: '没有找到这位承办人。', en: 'The owner of the task is unknown.' },
  'task.due_in_past': {
    status: 409,
    zh: '任务的完成日期 {dueOn} 已经过了。',
    en: 'The due day {dueOn} of the task is over.',
  },
  'task.findings_missing': { status: 409, zh: '请写明任务的结果。', en: 'The findings of the task are missing.' },
} as const satisfies RefusalCatalogue
