/** Events of papers and files (ORG-08), with their words for the audit screen. */
export const documentEventCatalogue = {
  'file.missing': '文件丢失（有记录、无文件）',
  'file.unowned_removed': '清理无主文件',
} as const
