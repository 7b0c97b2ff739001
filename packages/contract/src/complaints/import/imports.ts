/** CMP-13, OPS-05: files of past complaints: upload, mapping, rehearsal, import, rows left out. */
import { DAY_ORDERS, HISTORY_FIELDS, historyImportLifecycle, OUTCOMES, SEPARATORS } from '@anpei/domain/complaints'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, page, PageQuery, route, Text } from '../../kernel/index.ts'
import { TaskProgress } from '../../programme/index.ts'
import { Cause } from '../words.ts'

export const HistoryField = keysOf(HISTORY_FIELDS)
export const HistoryImportState = keysOf(historyImportLifecycle.states)
export const HistoryOutcome = keysOf(OUTCOMES)

const Heading = z.string().min(1).max(200)
const Word = z.string().min(1).max(200)
const MOST_WORDS = 2000

export const HistoryMapping = z
  .object({
    /** Field → headings of the file. */
    columns: z.partialRecord(HistoryField, z.array(Heading).max(6).readonly()),
    dayOrder: keysOf(DAY_ORDERS),
    separator: keysOf(SEPARATORS),
    /** Words of the source, small letters and single spaces → ours. */
    reasons: z.record(Word, Cause).refine((words) => Object.keys(words).length <= MOST_WORDS),
    outcomes: z.record(Word, HistoryOutcome).refine((words) => Object.keys(words).length <= MOST_WORDS),
  })
  .meta({ id: 'ComplaintHistoryMapping', description: '历史投诉文件的列对应与词对应' })
export type HistoryMapping = z.output<typeof HistoryMapping>

const Words = <T extends z.ZodType>(means: T) =>
  z.array(z.object({ word: z.string(), count: z.int(), guess: means.nullable() }))

export const HistoryImportView = z
  .object({
    id: Id,
    institutionId: Id,
    institutionName: z.string(),
    series: z.string(),
    fileName: z.string(),
    state: HistoryImportState,
    stateWord: z.string(),
    task: TaskProgress.nullable(),
    headings: z.array(z.string()),
    mapping: HistoryMapping,
    rowCount: z.int(),
    newCount: z.int(),
    changedCount: z.int(),
    unchangedCount: z.int(),
    badCount: z.int(),
    faults: z.array(z.object({ fault: z.string(), text: z.string(), count: z.int() })),
    /** Words of the source without one of ours, the most frequent first, with what they may mean. */
    unmappedReasons: Words(Cause),
    unmappedOutcomes: Words(HistoryOutcome),
    startedBy: z.string().nullable(),
    startedAt: Instant,
    endedAt: Instant.nullable(),
    can: Can,
  })
  .meta({ id: 'ComplaintHistoryImport', description: '历史投诉导入' })
export type HistoryImportView = z.output<typeof HistoryImportView>

const importParams = z.object({ importId: Id })

export const startHistoryImport = route({
  id: 'startHistoryImport',
  method: 'POST',
  path: '/api/complaint-imports',
  permission: 'complaint.import',
  summary: '上传历史投诉文件（文件字段 table，CSV 或 XLSX）；列先按表头猜，由人核对',
  files: true,
  body: z.object({ institutionId: Id, series: Text(40) }),
  answer: HistoryImportView,
})
export const listHistoryImports = route({
  id: 'listHistoryImports',
  method: 'GET',
  path: '/api/complaint-imports',
  permission: 'complaint.import',
  summary: '历史投诉导入记录',
  query: PageQuery,
  answer: page(HistoryImportView),
})
export const getHistoryImport = route({
  id: 'getHistoryImport',
  method: 'GET',
  path: '/api/complaint-imports/:importId',
  permission: 'complaint.import',
  summary: '历史投诉导入的列对应、进度与结果',
  params: importParams,
  answer: HistoryImportView,
})
/** To choose the columns by; none once the import has ended. */
export const getHistorySample = route({
  id: 'getHistorySample',
  method: 'GET',
  path: '/api/complaint-imports/:importId/sample',
  permission: 'complaint.import',
  summary: '文件的前几行',
  sensitive: true,
  params: importParams,
  answer: z.object({ rows: z.array(z.array(z.string())) }),
})
/** Reads the whole file and writes nothing of it: counts, rows with faults, words without a meaning here. */
export const rehearseHistoryImport = route({
  id: 'rehearseHistoryImport',
  method: 'POST',
  path: '/api/complaint-imports/:importId/rehearse',
  permission: 'complaint.import',
  summary: '按列对应试导入（不写入）',
  params: importParams,
  body: z.object({ mapping: HistoryMapping }),
  answer: HistoryImportView,
})
/** With the mapping it was rehearsed with. */
export const runHistoryImport = route({
  id: 'runHistoryImport',
  method: 'POST',
  path: '/api/complaint-imports/:importId/run',
  permission: 'complaint.import',
  summary: '正式导入',
  params: importParams,
  answer: HistoryImportView,
})
export const cancelHistoryImport = route({
  id: 'cancelHistoryImport',
  method: 'POST',
  path: '/api/complaint-imports/:importId/cancel',
  permission: 'complaint.import',
  summary: '取消导入（进行中的也停下，不留下任何一行）',
  params: importParams,
  answer: HistoryImportView,
})
export const listHistoryFaults = route({
  id: 'listHistoryFaults',
  method: 'GET',
  path: '/api/complaint-imports/:importId/faults',
  permission: 'complaint.import',
  summary: '问题行与原因',
  sensitive: true,
  params: importParams,
  query: PageQuery,
  answer: page(
    z.object({
      rowNo: z.int(),
      faults: z.array(z.string()),
      cells: z.array(z.string()),
      person: z.object({ id: Id, name: z.string() }).nullable(),
    }),
  ),
})
export const tieHistoryFault = route({
  id: 'tieHistoryFault',
  method: 'POST',
  path: '/api/complaint-imports/:importId/faults/:rowNo/person',
  permission: 'complaint.import',
  summary: '认定问题行写的是哪位客户：从此随其个人信息复制与销毁；personId 为空即取消认定',
  params: z.object({ importId: Id, rowNo: z.coerce.number().int().min(1) }),
  body: z.object({ personId: Id.nullable(), reason: Text(200).meta({ description: '凭什么认定' }) }),
})
/** Rows are kept as they came, so that a name is looked for in every cell. */
export const findHistoryFaults = route({
  id: 'findHistoryFaults',
  method: 'GET',
  path: '/api/complaint-import-faults',
  permission: 'complaint.import',
  summary: '写着这个名字的问题行（答复个人信息请求前先找）',
  sensitive: true,
  query: z.object({ name: Text(60) }),
  answer: z.object({
    rows: z.array(z.object({ importId: Id, fileName: z.string(), rowNo: z.int(), cells: z.array(z.string()) })),
    /** More rows lie there than were looked through. */
    more: z.boolean(),
  }),
})
export const exportHistoryFaults = route({
  id: 'exportHistoryFaults',
  method: 'GET',
  path: '/api/complaint-imports/:importId/faults/export',
  permission: 'complaint.import',
  summary: '导出问题行（改好可再导入）',
  sensitive: true,
  download: true,
  params: importParams,
})
/** Where history may be brought to, and the saved mappings of each institution. */
export const listHistoryMappings = route({
  id: 'listHistoryMappings',
  method: 'GET',
  path: '/api/complaint-mappings',
  permission: 'complaint.import',
  summary: '可导入的机构与已保存的列对应',
  answer: z.object({
    institutions: z.array(z.object({ id: Id, name: z.string() })),
    mappings: z.array(z.object({ id: Id, institutionId: Id, name: z.string(), mapping: HistoryMapping })),
  }),
})
export const saveHistoryMapping = route({
  id: 'saveHistoryMapping',
  method: 'PUT',
  path: '/api/complaint-mappings',
  permission: 'complaint.import',
  summary: '保存列对应（同名的被替换）',
  body: z.object({ institutionId: Id, name: Text(40), mapping: HistoryMapping }),
  answer: z.object({ id: Id }),
})
