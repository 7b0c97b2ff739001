/** Events of exports and reports, with their words for the audit screen (ORG-08). */
export const reportingEventCatalogue = {
  'export.started': '导出列表',
  'personal_data.exported': '导出个人信息',
  'sweep.started': '开始少赔排查',
  'timing_report.made': '生成时效周报',
  'timing_report.mail_set': '设定时效周报的收件人',
} as const
