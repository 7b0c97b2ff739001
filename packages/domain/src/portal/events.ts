/** Events of families in the portal (ORG-08, CUS-02), with their words for timelines and the audit screen. */
export const portalEventCatalogue = {
  'claim.progress_told': '按期告知案件进度',
  'portal.code_sent': '发送短信验证码',
  'portal.signed_in': '手机登录',
  'portal.looked_up': '凭案号查询进度',
  'portal.consent_handed_in': '家属上传委托书',
  'portal.linked': '家属代办关系生效',
  'portal.link_rejected': '退回家属委托书',
  'portal.link_ended': '家属解除代办关系',
} as const
