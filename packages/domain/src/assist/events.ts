/** Events of the assist row, with the sentence the timeline shows. */
export const assistEventCatalogue = {
  'assist.opened': '登记协助理赔 {assistNo}',
  'assist.papers_added': '加入资料',
  'assist.submitted': '提交保险公司',
  'assist.delivered': '保险公司系统收到，报案号 {reportNo}',
  'assist.papers_handed_over': '资料已转交保险公司',
  'assist.progressed': '保险公司有新进展',
  'assist.noted': '登记保险公司进展',
  'assist.withdrawn': '停止协助',
} as const
