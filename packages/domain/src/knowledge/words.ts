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
