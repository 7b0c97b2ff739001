/** Refusals of the programme row: the business saying no, with HTTP status and the sentence a person reads. */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const PROGRAMME_REFUSALS = {
  'programme.version_unreadable': {
    status: 400,
    zh: '方案版本读不懂：{problems}',
    en: 'The programme version cannot be read: {problems}',
  },
  'programme.standard_unreadable': {
    status: 400,
    zh: '评定标准读不懂：{problems}',
    en: 'The assessment standard cannot be read: {problems}',
  },
  'programme.version_has_errors': {
    status: 409,
    zh: '方案版本有 {count} 处错误，不能发布：{problems}',
    en: 'The programme version has {count} errors and cannot be published: {problems}',
  },
  'programme.nothing_published': {
    status: 409,
    zh: '这个方案还没有已发布的版本。',
    en: 'The programme has no published version yet.',
  },
  'programme.taken': {
    status: 409,
    zh: '已经有代码或名称相同的方案：{name}（{code}）。',
    en: 'There is a programme with this code or name already: {name} ({code}).',
  },
  'programme.not_by_the_maker': {
    status: 409,
    zh: '编制、导入的人不能自己确认或发布，请另一位同事来做。',
    en: 'Who made it cannot confirm or publish it.',
  },
  'programme.published_never_changes': {
    status: 409,
    zh: '已发布的版本不能修改，请起草新版本。',
    en: 'A published version never changes; please draft a new one.',
  },
  'programme.only_drafts_discarded': {
    status: 409,
    zh: '只有草稿可以作废；待发布的请先退回修改。',
    en: 'Only a draft is discarded; what waits for publication is taken back first.',
  },
  'programme.something_hangs_on_it': {
    status: 409,
    zh: '这份草稿已有变更手续，或者它的方案已有花名册、投诉分析等记录，不能作废。',
    en: 'A change is on record for this draft, or records stand under its programme: it cannot be discarded.',
  },
  'programme.starts_too_early': {
    status: 409,
    zh: '生效日{effectiveFrom}不晚于现行版本的生效日{lastFrom}，不能追溯。',
    en: '{effectiveFrom} is not after the start of the present version ({lastFrom}).',
  },
  'programme.starts_after_gap': {
    status: 409,
    zh: '上一版{lastTo}到期，这一版{effectiveFrom}才生效，中间的日子没有保障；生效日最晚是{latestFrom}。',
    en: 'The version before ends on {lastTo}: this one must start by {latestFrom}, not on {effectiveFrom}.',
  },
  'programme.ends_in_past': {
    status: 409,
    zh: '到期日{endsOn}已经过去（今天{today}），不能追溯终止保障；最早当天到期。',
    en: 'The last day, {endsOn}, has passed (today is {today}): cover is not ended in the past.',
  },
  'programme.none_offered': {
    status: 409,
    zh: '目前没有可以参保的方案。',
    en: 'There is no programme to enrol in at present.',
  },
  'programme.ended': {
    status: 409,
    zh: '方案已于{lastOn}到期，不再有新的保障。',
    en: 'The programme ended on {lastOn}; no cover begins any more.',
  },
  'programme.receipt_twice': {
    status: 409,
    zh: '流水号{reference}已经登记过。',
    en: 'The reference {reference} has been recorded before.',
  },
  'programme.no_version_for_year': {
    status: 409,
    zh: '{fromOn}起的保单年度没有已发布的方案版本，请先发布。',
    en: 'No published version is in force on {fromOn}; publish one first.',
  },
  'programme.renewed_already': {
    status: 409,
    zh: '下一保单年度的保单{policyNo}已经有了，还不到再续的时候。',
    en: 'The policy of the next year, {policyNo}, stands already.',
  },
  'programme.change_missing': {
    status: 409,
    zh: '这一版还没有登记变更（谁提出、为什么），不能发布。',
    en: 'No change is recorded for this version; it cannot be published.',
  },
  'programme.change_exists': {
    status: 409,
    zh: '这一版已经登记过变更。',
    en: 'A change is recorded for this version already.',
  },
  'programme.change_not_submitted': {
    status: 409,
    zh: '请先提交这一版：内容定下来以后才能论证和批准。',
    en: 'Submit the version first: only a content that stands still can be studied.',
  },
  'programme.change_not_rehearsed': {
    status: 409,
    zh: '还没有用历史赔案演练现在这份内容，请先演练。',
    en: 'Past claims were not replayed under this content yet.',
  },
  'programme.change_negotiation_missing': {
    status: 409,
    zh: '保费上调，要先登记与主办方的协商记录。',
    en: 'The premium goes up: record the negotiation with the sponsor first.',
  },
  'programme.change_step_before': {
    status: 409,
    zh: '这一步的日期{on}早于“{step}”的{afterOn}，请核对日期。',
    en: 'The day {on} lies before {step} on {afterOn}.',
  },
  'programme.change_solution_missing': {
    status: 409,
    zh: '保障缩减，要先登记书面解决办法。',
    en: 'Cover is cut: record the written solution first.',
  },
  'programme.change_credit_missing': {
    status: 409,
    zh: '保费下调，要先算出并登记每人退还的保费。',
    en: 'The premium goes down: compute and record the credit first.',
  },
  'programme.change_paper_missing': { status: 400, zh: '请附上文件。', en: 'Please attach the paper.' },
  'programme.change_step_future': {
    status: 409,
    zh: '{on}还没有到，做过以后再登记。',
    en: '{on} lies in the future; record it when it has happened.',
  },
  'programme.change_display_too_short': {
    status: 409,
    zh: '公示 {days} 天不够，至少 {needed} 天（首尾都算）。',
    en: '{days} days of display are not enough; at least {needed}.',
  },
  'programme.change_display_running': {
    status: 409,
    zh: '公示到{toOn}，期满以后才能结束。',
    en: 'The display runs to {toOn}.',
  },
  'programme.change_objections_open': {
    status: 409,
    zh: '还有 {count} 条公示意见没有答复。',
    en: '{count} objections are not answered yet.',
  },
  'programme.change_told_too_late': {
    status: 409,
    zh: '{toldOn}告知太晚：{effectiveFrom}生效，至少提前 {days} 天，最晚{lastOn}。请把生效日往后改。',
    en: 'Told on {toldOn}: {effectiveFrom} needs {days} days, {lastOn} at the latest.',
  },
  'programme.change_steps_missing': {
    status: 409,
    zh: '还缺这些步骤，不能发布：{missing}',
    en: 'Steps are missing before publication: {missing}',
  },
  'programme.enrolment_not_eligible': {
    status: 409,
    zh: '不能同意这份参保申请：{problems}',
    en: 'The enrolment cannot be accepted: {problems}',
  },
  'programme.enrolment_day_wrong': {
    status: 409,
    zh: '户籍起始日不能早于出生或晚于今天。',
    en: 'Registration cannot begin before birth or after today.',
  },
  'programme.table_faulty': { status: 400, zh: '决策表有误：{problem}', en: 'The decision table is faulty: {problem}' },
  'programme.import_running': {
    status: 409,
    zh: '这个方案有一次导入还在进行或等待确认，请先处理完。',
    en: 'Another import of this programme is not finished.',
  },
  'programme.file_missing': { status: 400, zh: '没有收到花名册文件。', en: 'No roster file arrived.' },
  'programme.roster_of_nobody': {
    status: 400,
    zh: '花名册里只有表头，一个人也没有，请检查文件是否导出完整。',
    en: 'The roster has a header and nobody in it; please check whether the file is complete.',
  },
  'programme.stay_hospital_missing': { status: 400, zh: '没有写明医院。', en: 'The hospital is missing.' },
  'programme.stay_day_unreadable': {
    status: 400,
    zh: '入院或出院日期缺少或读不懂，请写成 2026-10-01。',
    en: 'A day of admission or discharge is missing or cannot be read.',
  },
  'programme.stay_days_contradict': {
    status: 400,
    zh: '出院早于入院，或晚于文件日期。',
    en: 'Discharge is before admission, or after the day of the list.',
  },
  'programme.consent_future': {
    status: 409,
    zh: '{on}还没有到，同意以后再登记。',
    en: '{on} lies in the future; record the consent when it has been given.',
  },
  'programme.consent_import_unconfirmed': {
    status: 409,
    zh: '这次导入还没有全部确认生效，不能为整批登记同意。',
    en: 'The import is not confirmed yet; no consent can be recorded for all of it.',
  },
  'programme.roster_is_listed': {
    status: 409,
    zh: '这个方案按清单承保，被保险人以花名册为准。',
    en: 'This programme is insured by a list; the roster says who is covered.',
  },
  'programme.member_listed': {
    status: 409,
    zh: '这个人已在花名册中，户籍变动请走花名册导入。',
    en: 'The person stands on the roster already; changes come by import.',
  },
  'programme.residence_day_wrong': {
    status: 409,
    zh: '户籍起始日不能早于出生、晚于出险日，出险日不能晚于今天。',
    en: 'Registration begins between birth and the accident, and the accident is not in the future.',
  },
  'programme.residence_proof_missing': {
    status: 400,
    zh: '请附上民政户籍核实的文件。',
    en: 'Please attach the proof of the civil affairs office.',
  },
  'programme.row_still_bad': {
    status: 409,
    zh: '这一行仍有问题：{problems}',
    en: 'The row is still faulty: {problems}',
  },
  'programme.row_sex_unknown': { status: 400, zh: '性别只能填“男”或“女”。', en: 'Sex is neither 男 nor 女.' },
  'programme.row_sex_mismatch': {
    status: 400,
    zh: '性别与身份证号第17位不一致。',
    en: 'Sex does not agree with the identity number.',
  },
  'programme.row_village_unknown': {
    status: 400,
    zh: '村居代码或名称不在区划表中。',
    en: 'The village is not known.',
  },
  'programme.row_status_unknown': {
    status: 400,
    zh: '户籍状态不认识：应为在册、迁出、死亡、销户。',
    en: 'The status is not known.',
  },
  'programme.row_day_unreadable': { status: 400, zh: '日期读不懂，请写成 2026-10-01。', en: 'A date cannot be read.' },
  'programme.row_days_contradict': {
    status: 400,
    zh: '日期互相矛盾：迁入早于出生、变动早于迁入，或晚于名册日期。',
    en: 'The dates contradict each other.',
  },
  'programme.row_twice': {
    status: 409,
    zh: '同一个人在文件中出现了不止一次。',
    en: 'The same person stands in the file twice.',
  },
  'programme.row_number_other_name': {
    status: 409,
    zh: '同一身份证号在文件中有两个不同的姓名。',
    en: 'One identity number with two names in the file.',
  },
  'programme.row_name_differs': {
    status: 409,
    zh: '身份证号已登记在另一个姓名下，请核对。',
    en: 'The identity number is registered under another name.',
  },
  'programme.row_old_number': {
    status: 400,
    zh: '旧的15位身份证号，已自动换成18位。',
    en: 'An old number of 15 digits, converted.',
  },
  'programme.row_prefix_unusual': {
    status: 400,
    zh: '身份证号不是本地常见的开头（不影响参保）。',
    en: 'An unusual prefix (no matter).',
  },
  'programme.row_status_day_missing': {
    status: 400,
    zh: '没有写明变动日期，按名册日期处理。',
    en: 'The day of the change is missing; the day of the roster is taken.',
  },
  'programme.row_known_person': {
    status: 400,
    zh: '已在其他方案中登记的人，已并到同一位客户。',
    en: 'Known from another programme.',
  },
  'programme.hospital_days_contradict': {
    status: 409,
    zh: '止日早于起日（{on}起的一段）。',
    en: 'The span from {on} ends before it begins.',
  },
  'programme.hospital_days_overlap': {
    status: 409,
    zh: '有两段日期重叠（{on}起的一段），同一天只能有一个等级。',
    en: 'The span from {on} overlaps another: one level a day.',
  },
  'programme.hospital_basis_missing': {
    status: 409,
    zh: '认可要写明依据的文件。',
    en: 'A recognition needs the paper it stands on.',
  },
  'programme.hospital_code_missing': {
    status: 400,
    zh: '缺少医疗机构代码。',
    en: 'The code of the hospital is missing.',
  },
  'programme.hospital_name_missing': { status: 400, zh: '缺少医院名称。', en: 'The name of the hospital is missing.' },
  'programme.hospital_level_unreadable': {
    status: 400,
    zh: '等级读不懂，请写一级、二级、三级或留空。',
    en: 'The level cannot be read.',
  },
  'programme.hospital_day_unreadable': {
    status: 400,
    zh: '日期读不懂，或只有止日没有起日。',
    en: 'A date cannot be read, or an end has no start.',
  },
  'programme.hospital_day_missing': { status: 400, zh: '有等级，没有起始日期。', en: 'A level without its first day.' },
  'programme.hospital_code_taken': {
    status: 409,
    zh: '机构代码{code}已经属于{name}。',
    en: 'The code {code} belongs to {name} already.',
  },
  'programme.hospital_rows_many': {
    status: 409,
    zh: '一次最多导入 {most} 行，请分成几个文件。',
    en: 'At most {most} rows a file.',
  },
} as const satisfies RefusalCatalogue
