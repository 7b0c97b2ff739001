import type { RefusalCatalogue } from '../kernel/index.ts'

/** What we answer to particulars of a person or organisation that cannot be right (CUS-01). */
export const customerRefusals = {
  'customers.id_missing': { status: 400, zh: '没有填写身份证号。', en: 'The identity number is missing.' },
  'customers.id_length': {
    status: 400,
    zh: '身份证号应为18位（旧证为15位），现在是{length}位。',
    en: 'An identity number has 18 characters (15 on old papers); this one has {length}.',
  },
  'customers.id_characters': {
    status: 400,
    zh: '身份证号只能是数字，最后一位可以是X。',
    en: 'An identity number consists of digits; only the last character may be X.',
  },
  'customers.id_birthday': {
    status: 400,
    zh: '身份证号中的出生日期（{birthOn}）不可能存在，请核对第7至14位。',
    en: 'The birthday in the identity number ({birthOn}) is impossible; please check characters 7 to 14.',
  },
  'customers.id_check_digit': {
    status: 400,
    zh: '身份证号的最后一位校验码不对，请逐位核对。',
    en: 'The check digit of the identity number is wrong; please compare it digit by digit.',
  },
  'customers.phone_missing': { status: 400, zh: '没有填写电话。', en: 'The telephone number is missing.' },
  'customers.phone_invalid': {
    status: 400,
    zh: '电话号码不对：手机为11位，本地座机为0754加8位号码，外地座机要带区号。',
    en: 'Not a telephone number: 11 digits for a mobile, 0754 and 8 digits for a local landline, else with area code.',
  },
  'customers.account_missing': { status: 400, zh: '没有填写银行账号。', en: 'The bank account is missing.' },
  'customers.account_characters': {
    status: 400,
    zh: '银行账号只能是数字。',
    en: 'A bank account consists of digits only.',
  },
  'customers.account_length': {
    status: 400,
    zh: '银行账号应为8至32位数字，现在是{length}位。',
    en: 'A bank account has 8 to 32 digits; this one has {length}.',
  },
  'customers.bank_is_number': {
    status: 400,
    zh: '银行名称里写的是号码：请写银行的名字，不知道可以不填。',
    en: 'The name of the bank is a number: write the bank’s name, or leave it empty.',
  },
  'customers.name_missing': { status: 400, zh: '没有填写姓名。', en: 'The name is missing.' },
  'customers.name_characters': {
    status: 400,
    zh: '姓名中有不能用于姓名的字符（如数字或符号）。',
    en: 'The name contains characters that cannot be part of a name, such as digits or signs.',
  },
  'customers.name_length': {
    status: 400,
    zh: '姓名太长（{length}个字，最多{longest}个字）。',
    en: 'The name is too long ({length} characters, at most {longest}).',
  },
  'customers.organisation_code_missing': {
    status: 400,
    zh: '没有填写统一社会信用代码。',
    en: 'The unified social credit code is missing.',
  },
  'customers.organisation_code_characters': {
    status: 400,
    zh: '统一社会信用代码应为18位数字和大写字母（不用I、O、S、V、Z）。',
    en: 'A unified social credit code has 18 digits and capital letters (without I, O, S, V, Z).',
  },
  'customers.organisation_code_check': {
    status: 400,
    zh: '统一社会信用代码的最后一位校验码不对，请逐位核对。',
    en: 'The check character of the unified social credit code is wrong; please compare it character by character.',
  },
  'customers.merge_with_itself': { status: 409, zh: '不能与自己合并。', en: 'A person cannot be merged with itself.' },
  'customers.already_merged': {
    status: 409,
    zh: '这条记录已经并入另一位客户。',
    en: 'This record is merged into another person.',
  },
  'customers.merge_not_alike': {
    status: 409,
    zh: '这两份资料的姓名、出生日期、身份证号都对不上，不能合并。确是同一个人的，先更正其中一份的姓名或身份证号（须另一人复核）。',
    en: 'Neither name, birthday nor number agree: these are two people until one record has been corrected.',
  },
  'customers.merge_differs': {
    status: 409,
    zh: '两份资料有不同：{differences}。请逐项核对，确认是同一个人再合并。',
    en: 'The two records differ ({differences}); compare them and say that they are one person.',
  },
  'customers.merge_undone_before': {
    status: 409,
    zh: '这次合并已经撤销过了。',
    en: 'This merge has been undone before.',
  },
  'customers.merge_undo_later_first': {
    status: 409,
    zh: '留下的这一份后来又并入了{name}，先到那位客户的页面撤销那一次合并。',
    en: 'The record that was kept has itself been merged into {name} since; undo that merge first.',
  },
  'customers.id_number_taken': {
    status: 409,
    zh: '这个身份证号已登记在另一位客户名下，请先核对或合并。',
    en: 'Another person carries this identity number.',
  },
  'customers.payee_not_self': {
    status: 409,
    zh: '关系为“本人”时，户名应是{name}。',
    en: 'For “self” the holder must be {name}.',
  },
  'customers.payee_basis_missing': {
    status: 409,
    zh: '不是被保险人本人的账户，要写明合法依据和看过的材料，例如：继承公证书、监护证明、授权委托书。',
    en: 'An account that is not the insured’s own needs its lawful basis and the paper that was seen.',
  },
  'customers.payee_four_eyes': {
    status: 409,
    zh: '登记账户的人不能自己复核，请另一位同事来做。',
    en: 'Who proposed the account cannot check it.',
  },
  'customers.number_other_name': {
    status: 409,
    zh: '这个身份证号在客户库中是另一个姓名，请核对证件；确有改名的，先更正客户资料。',
    en: 'The register knows this number under another name; please compare with the paper.',
  },
  'customers.proxy_period': { status: 400, zh: '授权的止日早于起日。', en: 'The consent ends before it begins.' },
  'customers.proxy_too_long': {
    status: 400,
    zh: '委托最长 {days} 天，最晚到 {lastOn} 止，请改短；到期可以再登记。',
    en: 'A consent lasts {days} days at most, until {lastOn}.',
  },
  'customers.proxy_proof_missing': {
    status: 400,
    zh: '委托要有凭据：请附上书面委托的照片或 PDF，或委托人的录音、录像。',
    en: 'The proof of the consent is missing.',
  },
  'customers.proxy_not_valid': {
    status: 409,
    zh: '这份委托不能用于这件事：事项、期限或姓名不符，或已撤销。请重新选择，或按“其他人”登记。',
    en: 'This consent is not for this act, this day or this name, or it was revoked.',
  },
  'customers.care_table_malformed': {
    status: 400,
    zh: '关怀规则写错了：{where}。',
    en: 'The table of care is malformed at {where}.',
  },
  'customers.care_mark_known': {
    status: 409,
    zh: '已经有“{mark}”这个标记，先结束它再重新登记。',
    en: 'The mark “{mark}” is in force already.',
  },
  'customers.care_mark_ended': { status: 409, zh: '这个标记已经结束。', en: 'This mark has ended.' },
  'customers.care_days': {
    status: 400,
    zh: '日期不对：不能晚于今天，止日不能早于起日。',
    en: 'The days do not fit: nothing begins in the future, and nothing ends before it begins.',
  },
  'customers.contact_day': {
    status: 400,
    zh: '下次联系要在今天之后、最晚 {lastOn}（每 {days} 天一次）。',
    en: 'The next contact lies after today and by {lastOn} at the latest (every {days} days).',
  },
  'customers.care_ended': {
    status: 409,
    zh: '没有未了结的事，这位客户的顾问已经结束。',
    en: 'No case is open any more; the charge has ended.',
  },
  'customers.not_an_adviser': {
    status: 409,
    zh: '这位同事不能担任顾问：没有这项权限、已停用或正在请假；副手也不能是本人。',
    en: 'This colleague cannot be the adviser: no permission, not active, or absent.',
  },
  'customers.form_malformed': {
    status: 400,
    zh: '表单写错了：{where}。',
    en: 'The form is malformed at {where}.',
  },
  'customers.form_answer': {
    status: 400,
    zh: '“{label}”没有填，或填得不对。',
    en: 'The answer to “{label}” is missing or cannot be right.',
  },
  'customers.form_replaced': {
    status: 409,
    zh: '表单已有新版，请刷新后再填。',
    en: 'There is a newer version of this form; please reload.',
  },
  'customers.form_step_decided': {
    status: 409,
    zh: '这条建议已经有人决定。',
    en: 'This proposal is decided already.',
  },
  'customers.form_reason_missing': {
    status: 409,
    zh: '不采纳建议要写明理由。',
    en: 'Declining a proposal needs a reason.',
  },
  'customers.household_itself': { status: 409, zh: '不能与自己登记为一家。', en: 'A person is not his own kin.' },
  'customers.household_known': {
    status: 409,
    zh: '这两个人已经登记为一家。',
    en: 'These two are of one household already.',
  },
  'customers.household_ended': { status: 409, zh: '这条家庭关系已经结束。', en: 'This tie has ended.' },
  'customers.prospect_known': {
    status: 409,
    zh: '这位准客户（同名同电话）已经登记过。',
    en: 'This prospect is recorded already.',
  },
  'customers.prospect_joined': {
    status: 409,
    zh: '这位准客户已经对应到客户库里的人。',
    en: 'This prospect is joined to a person already.',
  },
  'customers.prospect_other_name': {
    status: 409,
    zh: '姓名不同：准客户是“{name}”。请核对；确是同一人的，先更正姓名。',
    en: 'The names differ; the prospect is called {name}.',
  },
  'customers.proxy_ended': { status: 409, zh: '这份授权已经撤销。', en: 'This consent has been revoked already.' },
} as const satisfies RefusalCatalogue
