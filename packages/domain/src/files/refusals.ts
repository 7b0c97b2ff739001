import type { RefusalCatalogue } from '../kernel/index.ts'

/** Why a table file (roster, bank return …) cannot be read as a whole (PRG-05). Wrong rows are told row by row. */
export const fileRefusals = {
  'files.empty': { status: 400, zh: '文件是空的，没有任何内容。', en: 'The file is empty.' },
  'files.xls_old': {
    status: 400,
    zh: '这是旧版Excel的.xls文件（或加了密码的文件），请用Excel或WPS打开，另存为不加密码的.xlsx或.csv再上传。',
    en: 'This is an old .xls workbook (or one with a password). Please save it as .xlsx or .csv without a password.',
  },
  'files.not_a_table': {
    status: 400,
    zh: '这个文件不是表格，请上传.xlsx或.csv文件。',
    en: 'This file is not a table. Please send an .xlsx or .csv file.',
  },
  'files.unreadable': {
    status: 400,
    zh: '文件内容损坏，无法读取（读到第{rowNo}行）。请重新导出后再上传。',
    en: 'The file is damaged and cannot be read (reached row {rowNo}). Please export it again.',
  },
  'files.encoding': {
    status: 400,
    zh: '无法识别文件的文字编码（读到第{rowNo}行）。请另存为UTF-8或GB18030（ANSI）编码。',
    en: 'The character encoding cannot be recognised (reached row {rowNo}). Please save as UTF-8 or GB18030.',
  },
  'files.half_written': {
    status: 400,
    zh: '文件不完整，在第{rowNo}行中断。请等导出或传输完成后再上传。',
    en: 'The file is incomplete: it breaks off at row {rowNo}. Please wait until it is completely written.',
  },
  'files.too_large': {
    status: 413,
    zh: '文件太大（超过{limitMb} MB）。请拆成几个文件。',
    en: 'The file is too large (more than {limitMb} MB). Please split it.',
  },
  'files.too_many_rows': {
    status: 413,
    zh: '文件的行数太多（超过{limit}行）。请拆成几个文件。',
    en: 'The file has too many rows (more than {limit}). Please split it.',
  },
  'files.too_wide': {
    status: 413,
    zh: '第{rowNo}行的列数或内容超过上限，请检查文件的分隔符和引号。',
    en: 'Row {rowNo} has too many columns or too much text; please check the separators and quotation marks.',
  },
  'files.columns_missing': {
    status: 400,
    zh: '表头缺少这些列：{missing}。现有的列：{found}。',
    en: 'These columns are missing in the header: {missing}. Columns found: {found}.',
  },
} as const satisfies RefusalCatalogue

export type FileRefusal = keyof typeof fileRefusals
