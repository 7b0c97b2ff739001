/** Refusals around decisions and payments (CLM-08, CLM-10, CLM-12, CLM-16, CLM-19); part of the claims row's
 * catalogue. */
import type { RefusalCatalogue } from '../kernel/index.ts'

const PROPOSING = {
  'claim.no_assessment': { status: 409, zh: '请先保存责任认定与计算。', en: 'There is no saved assessment yet.' },
  'claim.not_assessed': { status: 409, zh: '这一给付项还没有计算。', en: 'This line has not been assessed.' },
  'claim.assessment_outdated': {
    status: 409,
    zh: '保存计算以后案情有变，请重新计算。',
    en: 'The case changed after the assessment; please assess again.',
  },
  'claim.evidence_missing': {
    status: 409,
    zh: '提交审批前，请在责任认定里写明依据：{missing}。',
    en: 'Please state the evidence before proposing: {missing}.',
  },
  'claim.line_unknown': { status: 409, zh: '本案没有这一给付项。', en: 'The claim has no such line.' },
  'claim.hospital_unknown': {
    status: 409,
    zh: '医院目录里没有这家医院：{hospital}。',
    en: 'The register has no such hospital: {hospital}.',
  },
  'claim.hospital_level_differs': {
    status: 409,
    zh: '医院目录里{hospital}在{admittedOn}是{level}{recognised}，与填写的不同，请写明原因。',
    en: 'The register says of {hospital} on {admittedOn}: {level}{recognised}. Say why it differs.',
  },
  'advance.line_decided': {
    status: 409,
    zh: '这一给付项已经决定，不用先予支付。',
    en: 'The line is decided already.',
  },
  'advance.not_covered': { status: 409, zh: '出险日没有保障，不能先予支付。', en: 'There is no cover on the day.' },
  'advance.evidence_missing': {
    status: 409,
    zh: '请写明依据的、已收到的资料。',
    en: 'Name the papers on file it stands on.',
  },
  'advance.above_expected': {
    status: 409,
    zh: '先予支付不能超过预计给付的{expectedFen}。',
    en: 'An advance is no more than what is expected: {expectedFen}.',
  },
  'advance.above_ceiling': {
    status: 409,
    zh: '预计金额超过这一项还能给付的{leftFen}。',
    en: 'The line can give no more than {leftFen}.',
  },
  'advance.paid_already': {
    status: 409,
    zh: '本案已有先予支付，不能撤案，请作出决定。',
    en: 'An advance was given: the claim is decided, not withdrawn.',
  },
  'claim.line_twice': { status: 409, zh: '同一给付项提交了两次。', en: 'A line is named twice.' },
  'claim.denial_needs_person': { status: 403, zh: '拒赔只能由工作人员作出。', en: 'Only a person may deny.' },
  'claim.line_applies': {
    status: 409,
    zh: '这一给付项适用于本案，须作出给付或不予给付的决定。',
    en: 'This line applies to the case: pay it or deny it.',
  },
  'claim.denial_with_amount': { status: 409, zh: '拒赔的给付项不能带金额。', en: 'A denied line carries no amount.' },
  'claim.reasons_missing': { status: 409, zh: '拒赔必须写明理由。', en: 'A denial needs reasons.' },
  'claim.reason_unknown': { status: 409, zh: '没有这一条拒赔理由：{reason}。', en: 'Unknown reason: {reason}.' },
  'claim.amount_needs_person': {
    status: 403,
    zh: '需要人工认定的金额只能由工作人员填写。',
    en: 'Only a person may set this amount.',
  },
  'claim.comment_missing': {
    status: 409,
    zh: '人工认定的金额必须写明理由。',
    en: 'An amount set by hand needs a comment.',
  },
  'claim.nothing_payable': {
    status: 409,
    zh: '按计算没有应付金额，不能提交给付。',
    en: 'Nothing is payable by the calculation.',
  },
  'claim.amount_above_ceiling': {
    status: 409,
    zh: '金额超过可给付的上限。',
    en: 'The amount is above what can be granted.',
  },
  'claim.amount_differs': {
    status: 409,
    zh: '金额与计算结果不一致，请按计算结果提交。',
    en: 'The amount differs from the calculation.',
  },
  'claim.disability_first': {
    status: 409,
    zh: '本案还有未定的伤残金，身故金要扣减它，请一并提交或先定伤残。',
    en: 'Disability of this claim must be decided before death, or with it.',
  },
} as const satisfies RefusalCatalogue

const APPROVING = {
  'claim.already_approved': { status: 409, zh: '这份审批件已经通过。', en: 'Already approved.' },
  'claim.already_returned': { status: 409, zh: '这份审批件已经退回。', en: 'Already returned.' },
  'claim.approval_needs_person': { status: 403, zh: '审批只能由工作人员作出。', en: 'Only a person may approve.' },
  'claim.own_proposal': {
    status: 403,
    zh: '不能审批自己提交的案件。',
    en: 'Your own proposal cannot be approved by you.',
  },
  'claim.own_case': { status: 403, zh: '这是您本人的案件，须回避。', en: 'This case is about yourself.' },
  'claim.step_twice': {
    status: 403,
    zh: '您已审批过前一步，下一步须由另一人审批。',
    en: 'The next step needs another person.',
  },
  'claim.over_authority': {
    status: 403,
    zh: '金额超出您的授权额度，请转有权限的审批人。',
    en: 'The amount is above your authority.',
  },
  'claim.limit_changed': {
    status: 409,
    zh: '提交以后额度或已付情况有变，现应付 {nowFen} 分（原 {beforeFen} 分），请退回重算。',
    en: 'Limits or earlier payments changed: now {nowFen} fen instead of {beforeFen}.',
  },
} as const satisfies RefusalCatalogue

const AFTERWARDS = {
  'claim.decided_in_part': { status: 409, zh: '本案已有决定，不能撤案。', en: 'Part of the claim is decided already.' },
  'claim.reserve_of_ended_line': {
    status: 409,
    zh: '给付项已{state}，不能调整准备金。',
    en: 'The line has ended ({state}).',
  },
  'claim.reserve_unchanged': { status: 409, zh: '准备金没有变化。', en: 'The reserve is the same.' },
} as const satisfies RefusalCatalogue

const PAYING = {
  'payment.shares_not_whole': {
    status: 409,
    zh: '份额合计必须是 100%，现为 {percent}%。',
    en: 'Shares must add up to 100 % (now {percent} %).',
  },
  'payment.share_twice': { status: 409, zh: '同一账户出现了两次。', en: 'An account is named twice.' },
  'payment.payee_unknown': {
    status: 409,
    zh: '这不是出险人名下登记的收款账户。',
    en: 'The account does not belong to this insured person.',
  },
  'payment.payee_not_confirmed': {
    status: 409,
    zh: '收款账户还没有第二人复核。',
    en: 'The account is not confirmed yet.',
  },
  'payment.on_its_way': {
    status: 409,
    zh: '这一给付项的款项已送出，不能再改份额。',
    en: 'Money of this line is on its way already.',
  },
  'payment.nothing_to_batch': {
    status: 409,
    zh: '没有可以付款的款项：账户须先复核。',
    en: 'No payment is ready; accounts must be confirmed.',
  },
  'payment.not_ready': {
    status: 409,
    zh: '支付 {paymentNo} 还不能编批：不是待付，或账户未复核。',
    en: 'Payment {paymentNo} is not ready.',
  },
  'payment.own_batch': {
    status: 403,
    zh: '编制批次的人不能送出，请由另一人送银行。',
    en: 'Another person must send the batch.',
  },
  'payment.file_incorrect': {
    status: 409,
    zh: '银行文件不符合格式：{where}。',
    en: 'The bank file does not keep its schema: {where}.',
  },
  'payment.return_missing': { status: 409, zh: '请选择一个回盘文件。', en: 'One return file is needed.' },
  'payment.return_unreadable': {
    status: 409,
    zh: '回盘文件读不懂：{where}。',
    en: 'The return file cannot be read: {where}.',
  },
  'payment.not_failed': {
    status: 409,
    zh: '只有失败的支付才能重新付款，这笔{state}。',
    en: 'Only a failed payment can be issued again; this one: {state}.',
  },
  'payment.replaced_already': {
    status: 409,
    zh: '这笔支付已经重新付过。',
    en: 'This payment was issued again already.',
  },
  'payment.decision_changed': {
    status: 409,
    zh: '这一给付项已重新决定，请按新的决定付款。',
    en: 'The line was decided anew.',
  },
  'payment.same_signer': {
    status: 403,
    zh: '现金支付须两人签字，第二人不能是本人。',
    en: 'Two different signers are needed.',
  },
  'payment.receiver_not_entitled': {
    status: 409,
    zh: '{receiver}不能领取这笔现金：在世的由本人、监护人（无民事行为能力的）或受托人领，身故的由受益人或继承人领。',
    en: 'The receiver ({receiver}) may not take this cash.',
  },
  'payment.shares_undecided': {
    status: 409,
    zh: '这一项的领取份额正在等第二人复核，决定之后才能付。',
    en: 'Who receives this line waits for a second person; nothing is paid before that.',
  },
  'payment.no_mandate': {
    status: 409,
    zh: '没有有效的代领委托。请先在客户页登记“代领”委托和凭证。',
    en: 'There is no mandate to receive in force.',
  },
  'payment.receiver_basis_missing': {
    status: 409,
    zh: '请写明{receiver}领取的依据（哪一份证明）。',
    en: 'Say on which proof the receiver ({receiver}) may take the cash.',
  },
  'payment.photo_missing': { status: 409, zh: '现金支付须附一张照片。', en: 'Cash needs one photo.' },
} as const satisfies RefusalCatalogue

export const decisionRefusals = { ...PROPOSING, ...APPROVING, ...AFTERWARDS, ...PAYING }
