/** SRV-06: what kinds of articles there are, and who may read them. */
export const ARTICLE_KINDS = {
  product: '产品',
  clause: '条款白话',
  claim_guide: '理赔指南',
  document_sample: '材料样张',
  faq: '常见问题',
  notice: '公告与须知',
  video: '视频',
} as const
export type ArticleKind = keyof typeof ARTICLE_KINDS

export const AUDIENCES = { public: '对外公开', staff: '仅员工' } as const
export type Audience = keyof typeof AUDIENCES

/** Where an article is read: the workbench, the portal, the assistant. */
export const READ_WHERE = { staff: '工作台', portal: '网上自助', assistant: '助手' } as const
export type ReadWhere = keyof typeof READ_WHERE

/** What an article speaks of: codes of benefits, papers and kinds of claim. */
export type ArticleLinks = {
  readonly benefits: readonly string[]
  readonly papers: readonly string[]
  readonly claimKinds: readonly string[]
}

/** Papers of which a drawn sample may stand in an article, as `[sample:code]`. */
export const SAMPLE_PAPERS: Readonly<Record<string, string>> = {
  application: '理赔申请书',
  payee_identity: '收款人身份证明',
  payee_account: '收款账户',
  records_authorisation: '调取资料授权书',
  death_certificate: '死亡证明',
  registration_cancelled: '户籍注销证明',
  beneficiary_identity: '受益人身份证明',
  disability_report: '伤残鉴定报告',
  medical_record: '病历',
  expense_list: '费用清单',
  discharge_summary: '住院证明或出院小结',
  ticket: '车票、船票、登机牌等',
  operating_licence: '合法运营资质',
  traffic_police_report: '交警证明',
  scene_evidence: '现场照片或证人证言',
}
