/** Events of the knowledge row, with the sentence the timeline shows. */
export const knowledgeEventCatalogue = {
  'knowledge.opened': '新建知识文章 {code}',
  'knowledge.saved': '保存草稿',
  'knowledge.submitted': '提交复核，第 {version} 版',
  'knowledge.returned': '退回修改，第 {version} 版',
  'knowledge.published': '发布第 {version} 版',
  'knowledge.discarded': '放弃草稿',
  'knowledge.film_kept': '上传视频',
  'knowledge.reviewed': '复审无误，下次 {reviewOn}',
  'knowledge.owner_changed': '更换负责人',
  'knowledge.retired': '停用',
  'knowledge.asked_closed': '处理一条没找到的问题',
  'knowledge.feedback_closed': '处理文章反馈',
  'knowledge.synonyms_changed': '同义词更新，第 {version} 版',
  'assistant.handed_over': '助手转人工',
} as const
