/** Events of the callbacks row, with the sentence the timeline shows. */
export const callbackEventCatalogue = {
  'callback.script_published': '发布回访问题“{name}”第 {version} 版',
  'callback.owed': '应回访 {callbackNo}，{dueOn} 前',
  'callback.assigned': '指定回访人',
  'callback.taken': '开始联系',
  'callback.given_back': '放回待回访',
  'callback.attempted': '联系一次',
  'callback.number_revealed': '查看回访电话',
  'callback.callee_checked': '核对身份',
  'callback.callee_doubted': '身份没有对上',
  'callback.contact_verified': '客户确认联系方式无误',
  'callback.answered': '完成回访',
  'callback.exhausted': '多次联系未能回访',
  'callback.dropped': '不再需要回访',
  'callback.follow_up_opened': '回访后有事要办',
  'callback.follow_up_done': '回访后续办完',
} as const
