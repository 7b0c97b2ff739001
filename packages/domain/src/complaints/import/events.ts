/** Events of the import of past complaints (CMP-13). */
export const historyEventCatalogue = {
  'complaint_import.uploaded': '上传历史投诉文件',
  'complaint_import.rehearsed': '试导入历史投诉：{rows} 行，问题行 {bad}',
  'complaint_import.finished': '导入历史投诉：新增 {fresh}，更新 {changed}，不变 {unchanged}，问题行 {bad}',
  'complaint_import.cancelled': '取消历史投诉导入',
  'complaint_import.rejects_written': '写出历史投诉的问题行',
  'complaint_import.mapping_saved': '保存历史投诉的列对应',
  'complaint_history.tied': '历史投诉 {no} 认定为此客户的',
  'complaint_import.row_tied': '导入退回的一行认定为此客户的',
  'complaint_import.row_untied': '导入退回的一行不再认定为此客户的',
  'complaint_history.untied': '历史投诉 {no} 不再认定为此客户的',
} as const
