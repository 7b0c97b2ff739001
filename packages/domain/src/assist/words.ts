/** ORG-01: closed lists of assisted claims. */

/** The papers insurers ask for most; what an insurer's own list does not know it keeps as “其他资料”. */
export const ASSIST_PAPERS = {
  application: '理赔申请书',
  payee_identity: '收款人身份证明',
  payee_account: '收款账户',
  records_authorisation: '调取资料授权书',
  medical_record: '病历',
  discharge_summary: '住院证明或出院小结',
  expense_list: '费用清单',
  disability_report: '伤残鉴定报告',
  death_certificate: '死亡证明',
  registration_cancelled: '户籍注销证明',
  beneficiary_identity: '受益人身份证明',
  traffic_police_report: '交警证明',
  ticket: '车票、船票、登机牌等乘坐凭证',
  other: '其他资料',
} as const
export type AssistPaper = keyof typeof ASSIST_PAPERS

/** Where the insurer can be with a case; the steps a person notes by hand for an insurer outside. */
export const INSURER_STEPS = {
  accepted: '已立案',
  declined: '未立案',
  decided: '已作决定',
  paid: '赔款已到账',
  closed: '已结案',
} as const
export type InsurerStep = keyof typeof INSURER_STEPS

/** Letters of the insurer, by kind; their text stays with the insurer and the client. */
export const LETTER_WORDS: Readonly<Record<string, string>> = {
  payment_notice: '赔付通知书',
  denial_notice: '拒绝给付通知书',
  supplement_notice: '补充资料通知书',
  delay_notice: '延期告知书',
  authority_request: '调取资料函',
}
