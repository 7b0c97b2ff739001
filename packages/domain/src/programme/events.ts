/** Events of programmes, policies and the roster (ORG-08), with their words for timelines and the audit screen. */
export const programmeEventCatalogue = {
  'programme_version.drafted': '起草方案新版本',
  'programme_version.edited': '修改方案草稿',
  'programme_version.submitted': '提交方案发布',
  'programme_version.taken_back': '撤回方案发布申请',
  'programme_version.published': '发布方案',
  'programme_version.rehearsed': '方案试算',
  'policy.made': '出具保单',
  'policy.premium_recorded': '登记保费到账',
  'roster.import_started': '开始导入花名册',
  'roster.imported': '导入花名册',
  'roster.import_discarded': '放弃导入',
  'roster.row_fixed': '更正花名册一行',
  'roster.row_ignored': '忽略花名册一行',
  'roster.differences_decided': '确认花名册变动',
  'roster.member_changed': '花名册变动',
  'outreach.moved': '主动联系',
} as const
