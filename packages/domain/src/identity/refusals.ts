/** Refusals about sign-in, people and posts. */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const identityRefusals = {
  'identity.sign_in_failed': {
    status: 401,
    zh: '账号、密码或动态口令不对。',
    en: 'The account, password or one-time code is wrong.',
  },
  'identity.locked': {
    status: 429,
    zh: '连续输错次数过多，账号已锁定，请 {minutes} 分钟后再试。',
    en: 'Locked after too many failures; try again in {minutes} minutes.',
  },
  'identity.code_wrong': {
    status: 401,
    zh: '验证码不对或已过期，请重新获取。',
    en: 'The code is wrong or has expired.',
  },
  'identity.password_weak': {
    status: 409,
    zh: '密码至少 {min} 位，且不能与账号或旧密码相同、不能是同一个字符。',
    en: 'A password has at least {min} characters and differs from the account and from the old one.',
  },
  'identity.link_not_valid': {
    status: 409,
    zh: '链接已用过、已作废或已过期，请向管理员索取新的链接。',
    en: 'The link was used, replaced or has expired.',
  },
  'identity.link_not_needed': {
    status: 409,
    zh: '此人已设定密码，要重设须先提出重置并经复核。',
    en: 'A password is set; propose a reset first.',
  },
  'identity.oidc_not_set_up': {
    status: 409,
    zh: '没有开通公司统一登录。',
    en: 'Sign-in through the company’s provider is not set up.',
  },
  'identity.oidc_failed': {
    status: 401,
    zh: '统一登录没有成功，或者您的统一登录账号还没有与本系统人员关联。',
    en: 'The provider’s sign-in failed or is not linked to a person here.',
  },
  'identity.login_taken': { status: 409, zh: '账号“{login}”已有人使用。', en: 'The account “{login}” is taken.' },
  'identity.name_taken': {
    status: 409,
    zh: '名称或代码“{name}”已在使用。',
    en: 'The name or code “{name}” is in use.',
  },
  'identity.webhook_without_sharing': {
    status: 409,
    zh: '请选一个在有效期内的对外提供登记：没有保密协议就不能把事情推送出去。',
    en: 'Choose an entry of the sharing register in force: nothing leaves without an agreement.',
  },
  'identity.unknown_choice': {
    status: 409,
    zh: '所选的{what}不存在或已停用。',
    en: 'The chosen {what} does not exist or is not active.',
  },
  'identity.circle': {
    status: 409,
    zh: '上级关系绕成了圈，请重新选择上级。',
    en: 'The superior chain would run in a circle.',
  },
  'identity.inactive': { status: 409, zh: '此人已停用。', en: 'This person is not active.' },
  'identity.about_yourself': {
    status: 409,
    zh: '不能处理与本人有关的变更。',
    en: 'You may not decide about yourself.',
  },
  'identity.four_eyes': {
    status: 409,
    zh: '提出的人不能自己复核，请由另一人复核。',
    en: 'Who made the change may not check it.',
  },
  'identity.not_the_maker': { status: 409, zh: '只有提出的人可以撤回。', en: 'Only the maker may withdraw it.' },
  'identity.change_waiting': {
    status: 409,
    zh: '已有一项同类变更在等待复核。',
    en: 'A change of this kind is already waiting.',
  },
  'identity.nothing_changed': { status: 409, zh: '与现在的内容相同，没有要变更的。', en: 'Nothing would change.' },
  'identity.certificate_missing': {
    status: 403,
    zh: '“{role}”要求的{certificates}未取得或已过期，取得并登记后才能接办工作。',
    en: 'The role “{role}” demands {certificates}, which is missing or has expired; no work until it is recorded.',
  },
  'identity.certificate_locks_out': {
    status: 409,
    zh: '管理或复核人员的角色不能要求证书，否则证书一过期就没有人能登记新的。',
    en: 'A role that manages or checks people cannot demand certificates: nobody could record the next one.',
  },
  'identity.certificate_known': {
    status: 409,
    zh: '此人的这个证书编号已登记。',
    en: 'This certificate number is already recorded for this person.',
  },
  'identity.certificate_over': {
    status: 409,
    zh: '这个证书已终止，不能再终止。',
    en: 'The certificate was ended before.',
  },
  'identity.certificates_malformed': {
    status: 400,
    zh: '证书种类写错了：每种要有代码和名称，代码不能重复。',
    en: 'The list of certificates is malformed: a code and a name each, no code twice.',
  },
  'identity.absence_overlaps': {
    status: 409,
    zh: '这段时间已登记请假。',
    en: 'An absence is recorded for these days.',
  },
  'identity.days_reversed': { status: 409, zh: '结束日期早于开始日期。', en: 'The last day is before the first.' },
  'identity.assignment_malformed': {
    status: 400,
    zh: '分派规则写错了：专长按案件类型列出，语言按关怀标记列出。',
    en: 'The table of assignment is malformed: skills by kind of case, languages by care mark.',
  },
  'identity.nobody_available': {
    status: 409,
    zh: '没有可以承办的人（权限、地区、技能或请假所限）。',
    en: 'Nobody is available for this work.',
  },
  'identity.key_permission': {
    status: 409,
    zh: '接口密钥不能有这些须由人决定的权限：{permissions}。',
    en: 'A key may not hold permissions people decide by: {permissions}.',
  },
  'identity.key_too_fast': {
    status: 429,
    zh: '此接口密钥每分钟最多请求 {perMinute} 次，请稍后再试。',
    en: 'This key may ask {perMinute} times a minute; slow down.',
  },
  'identity.url_not_allowed': {
    status: 409,
    zh: '推送地址须为 https（本机程序可用 http）。',
    en: 'The address must be https (http only for this machine).',
  },
} as const satisfies RefusalCatalogue
