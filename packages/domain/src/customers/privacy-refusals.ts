import type { RefusalCatalogue } from '../kernel/index.ts'

/** What we answer when personal data would be used, given or destroyed against the rules (CUS-06…11). */
export const privacyRefusals = {
  'customers.request_heirs_only': {
    status: 409,
    zh: '逝者的信息由近亲属申请，请选“近亲属查阅逝者信息”；在世的人由本人或受托人申请。',
    en: 'Relatives ask about the dead only; for the living the person or a proxy asks.',
  },
  'customers.request_not_dead': {
    status: 409,
    zh: '登记册上没有这位客户的死亡日期，请先更正资料再登记近亲属的请求。',
    en: 'The register knows no day of death of this person.',
  },
  'customers.request_check_unfit': {
    status: 409,
    zh: '这种核实方式不能证明申请人的身份，请按申请人选择：本人核证件或回拨，受托人核委托书，近亲属核亲属关系。',
    en: 'This check does not prove who asks.',
  },
  'customers.request_reason_missing': {
    status: 409,
    zh: '拒绝必须说明理由；没有拒绝就不要选理由。',
    en: 'A refusal needs its reason, and only a refusal has one.',
  },
  'customers.request_not_restrictable': {
    status: 409,
    zh: '只有删除请求可以答复为“依法保存，停止其他使用”。',
    en: 'Only a request to delete can be answered by restriction.',
  },
  'customers.request_nothing_done': {
    status: 409,
    zh: '还没有办成：查阅、复制先生成副本，更正先提出更正，删除先完成销毁，然后再答复。',
    en: 'Nothing has been done yet that this answer could report.',
  },
  'customers.request_open_already': {
    status: 409,
    zh: '这位客户同类的请求（{requestNo}）还没有答复，请在那一件上办理。',
    en: 'A request of this kind ({requestNo}) is still open.',
  },
  'customers.request_no_copy': {
    status: 409,
    zh: '只有查阅、复制和近亲属的请求可以生成副本，并且要先核实身份。',
    en: 'A copy is made for checked requests of access, copy or heirs only.',
  },
  'customers.retention_held': {
    status: 409,
    zh: '这位客户的资料因未了事项暂不得销毁。',
    en: 'The data are held for a running matter.',
  },
  'customers.retention_open': {
    status: 409,
    zh: '这位客户的保障或案件还没有结束，资料仍在使用，不能销毁。',
    en: 'Cover or a case of this person is running; the data are in use.',
  },
  'customers.retention_binds': {
    status: 409,
    zh: '法定保存期到 {untilOn} 才满，不能提前销毁；可以答复“依法保存，停止其他使用”。',
    en: 'The data must be kept until {untilOn}.',
  },
  'customers.retention_waiting': {
    status: 409,
    zh: '这一类已有一份清单在等待批准或正在销毁。',
    en: 'A list of this class is waiting or being worked on.',
  },
  'customers.retention_nothing_due': {
    status: 409,
    zh: '没有到期可以销毁的。',
    en: 'Nothing is due for destruction.',
  },
  'customers.retention_four_eyes': {
    status: 409,
    zh: '提出清单的人不能自己批准，请另一位有权的同事批准。',
    en: 'Who proposed the list cannot approve it.',
  },
  'customers.hold_lifted_before': { status: 409, zh: '这项暂停销毁已经解除。', en: 'This hold was lifted before.' },
  'customers.purpose_unknown': {
    status: 400,
    zh: '没有这个用途，请从清单中选择。',
    en: 'There is no such purpose on the list.',
  },
  'customers.consent_not_needed': {
    status: 409,
    zh: '这个用途依合同或法律进行，不以同意为前提，不需要登记同意。',
    en: 'This purpose does not rest on consent.',
  },
  'customers.consent_in_force': {
    status: 409,
    zh: '这个用途已有有效的同意。',
    en: 'A consent for this purpose is in force.',
  },
  'customers.consent_period': { status: 400, zh: '同意的止日早于起日。', en: 'The consent ends before it begins.' },
  'customers.consent_proof_missing': {
    status: 400,
    zh: '书面、录音的同意要附凭据。',
    en: 'A consent on paper or by voice needs its proof.',
  },
  'customers.consent_proxy_missing': {
    status: 400,
    zh: '受托人代为同意，要选明凭哪份“同意使用个人信息”的委托。没有的，请先在“委托授权”登记。',
    en: 'A consent by a proxy names the mandate to agree on which it rests.',
  },
  'customers.consent_withdrawn_before': {
    status: 409,
    zh: '这份同意已经撤回。',
    en: 'This consent has been withdrawn already.',
  },
  'customers.sharing_not_active': {
    status: 409,
    zh: '这个对外提供登记没有生效：没有经第二人复核，或已停止。没有登记就不能把资料给出去。',
    en: 'No confirmed sharing entry: nothing leaves without one.',
  },
  'customers.sharing_expired': {
    status: 409,
    zh: '和对方的保密协议不在有效期内（到 {toOn}），资料不能给出去。',
    en: 'The agreement with the partner is not in force (until {toOn}).',
  },
  'customers.sharing_none': {
    status: 409,
    zh: '没有在有效期内的对外提供登记（{kind}），资料不能给出去。请合规先在“个人信息保护”登记保密协议，由第二人复核。',
    en: 'No sharing entry in force for this kind of partner ({kind}): nothing leaves without one.',
  },
  'customers.sharing_period': { status: 400, zh: '协议的止日早于起日。', en: 'The agreement ends before it begins.' },
  'customers.sharing_agreement_missing': {
    status: 400,
    zh: '请附上保密协议的照片或 PDF。',
    en: 'The confidentiality agreement is missing.',
  },
  'customers.sharing_four_eyes': {
    status: 409,
    zh: '登记的人不能自己复核，请另一位同事来做。',
    en: 'Who made the entry cannot confirm it.',
  },
  'customers.sharing_needs_consent': {
    status: 409,
    zh: '这个用途要每位客户单独同意，不能成批给出去。',
    en: 'This purpose needs the consent of each person; nothing is given in bulk.',
  },
  'customers.use_withdrawn': {
    status: 409,
    zh: '这位客户已撤回“{purpose}”的同意，不能再这样使用；请改用别的办法，或重新征得同意。',
    en: 'The person has withdrawn the consent to “{purpose}”.',
  },
  'customers.use_without_consent': {
    status: 409,
    zh: '这位客户没有同意“{purpose}”，不能这样使用；请先征得同意并登记。不同意不影响理赔。',
    en: 'The person has not consented to “{purpose}”.',
  },
  'customers.use_restricted': {
    status: 409,
    zh: '这位客户要求删除资料，我们依法保存、停止其他使用：不能再用于“{purpose}”。',
    en: 'The person asked for deletion; the data are kept by law and used for nothing else (“{purpose}”).',
  },
  'customers.incident_in_future': {
    status: 400,
    zh: '发现时间不能晚于现在。',
    en: 'It cannot become known in the future.',
  },
  'customers.incident_unknown_person': {
    status: 400,
    zh: '涉事人员的登录名有误，请核对。',
    en: 'One of the sign-in names is not known.',
  },
  'customers.incident_about_yourself': {
    status: 409,
    zh: '事件涉及您本人，请由另一位同事登记。',
    en: 'The incident concerns you; somebody else records it.',
  },
  'customers.seal_needs_no_opening': {
    status: 409,
    zh: '您是这件事的经办人，或这件事没有对您密封，不需要拆封。',
    en: 'You work on this matter, or it is not closed to you; it need not be opened.',
  },
} as const satisfies RefusalCatalogue
