/** Events of the loop, with the sentence the timeline shows (CMP-13). */
export const loopEventCatalogue = {
  'complaint.cause_named': '定根因：{stepWord}，{causeWord}',
  'complaint.improvement_joined': '并入整改 {improvementNo}',
  'improvement.proposed': '提出整改 {improvementNo}',
  'improvement.assigned': '下达整改，{dueOn} 前完成',
  'improvement.reassigned': '改派整改，{dueOn} 前完成',
  'improvement.done': '报告整改完成',
  'improvement.measured': '测效果：{verdictWord}',
  'improvement.accepted': '认可整改',
  'improvement.again': '要求重新整改，{dueOn} 前完成',
  'improvement.dropped': '不再整改',
  'improvement.change_linked': '关联修改：{kindWord}',
  'library_case.drafted': '编写案例 {caseNo}',
  'library_case.returned': '退回案例 {caseNo}',
  'library_case.published': '案例 {caseNo} 入库',
  'review.prepared': '准备复盘会 {reviewNo}',
  'review.held': '登记复盘会 {reviewNo} 的纪要',
} as const
