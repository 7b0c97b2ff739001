/** Roster import (PRG-05): a file in, bad rows with reasons to fix and retry, a monthly difference to confirm. */
import { badRowLifecycle, DIFFERENCE_KINDS, differenceLifecycle, importLifecycle } from '@anpei/domain/programme'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, page, PageQuery, route } from '../kernel/index.ts'
import { TaskProgress } from './versions.ts'

export const ImportState = keysOf(importLifecycle.states)
export const BadRowState = keysOf(badRowLifecycle.states)
export const DifferenceKind = keysOf(DIFFERENCE_KINDS)
export const DifferenceState = keysOf(differenceLifecycle.states)
export const ImportKind = z.enum(['initial', 'monthly', 'discharge'])
/** What is imported: the roster, or a hospital's list of stays. */
export const ImportFeed = z.enum(['roster', 'discharge'])

export const ImportView = z
  .object({
    id: Id,
    programmeId: Id,
    kind: ImportKind,
    fileName: z.string(),
    asOfOn: Day,
    state: ImportState,
    stateWord: z.string(),
    task: TaskProgress.nullable(),
    rowCount: z.int(),
    goodCount: z.int(),
    badCount: z.int(),
    openBadCount: z.int(),
    unchangedCount: z.int(),
    /** New persons, rows by warning code, and the like. */
    counts: z.record(z.string(), z.int()),
    /** Rows by error code with its sentence, the most frequent first. */
    errors: z.array(z.object({ code: z.string(), text: z.string(), count: z.int() })),
    warnings: z.array(z.object({ code: z.string(), text: z.string(), count: z.int() })),
    differences: z.array(
      z.object({ kind: DifferenceKind, word: z.string(), waiting: z.int(), confirmed: z.int(), rejected: z.int() }),
    ),
    startedBy: z.string().nullable(),
    startedAt: Instant,
    confirmedBy: z.string().nullable(),
    confirmedAt: Instant.nullable(),
    can: Can,
  })
  .meta({ id: 'RosterImport', description: '花名册导入' })
export type ImportView = z.output<typeof ImportView>

/** The row as the office writes it. */
export const RosterCells = z
  .object({
    name: MaybeText(60).default(''),
    idNumber: MaybeText(40).default(''),
    sex: MaybeText(10).default(''),
    address: MaybeText(200).default(''),
    street: MaybeText(60).default(''),
    village: MaybeText(60).default(''),
    villageCode: MaybeText(20).default(''),
    phone: MaybeText(40).default(''),
    status: MaybeText(20).default(''),
    movedInOn: MaybeText(20).default(''),
    statusOn: MaybeText(20).default(''),
  })
  .meta({ id: 'RosterCells' })

/** The row as the hospital writes it. */
export const DischargeCells = z
  .object({
    name: MaybeText(60).default(''),
    idNumber: MaybeText(40).default(''),
    hospital: MaybeText(100).default(''),
    admittedOn: MaybeText(30).default(''),
    dischargedOn: MaybeText(30).default(''),
    diagnosis: MaybeText(500).default(''),
    injuryCode: MaybeText(100).default(''),
  })
  .meta({ id: 'DischargeCells' })

const importParams = z.object({ importId: Id })

export const startImport = route({
  id: 'startImport',
  method: 'POST',
  path: '/api/roster-imports',
  permission: 'roster.import',
  summary: '导入花名册（文件字段 table，CSV 或 XLSX）：名册为空的首次导入直接生效，其余变动由第二人确认',
  files: true,
  body: z.object({ programmeId: Id, kind: ImportKind.exclude(['discharge']), asOfOn: Day }),
  answer: ImportView,
})
export const listImports = route({
  id: 'listImports',
  method: 'GET',
  path: '/api/roster-imports',
  permission: 'roster.read',
  summary: '导入记录',
  query: PageQuery.extend({ feed: ImportFeed.default('roster') }),
  answer: page(ImportView),
})
export const getImport = route({
  id: 'getImport',
  method: 'GET',
  path: '/api/roster-imports/:importId',
  permission: 'roster.read',
  summary: '导入进度与结果',
  params: importParams,
  answer: ImportView,
})
export const listBadRows = route({
  id: 'listBadRows',
  method: 'GET',
  path: '/api/roster-imports/:importId/bad-rows',
  permission: 'roster.import',
  summary: '问题行与原因',
  sensitive: true,
  params: importParams,
  query: PageQuery.extend({ state: BadRowState.optional(), code: z.string().max(60).optional() }),
  answer: page(
    z.object({
      rowNo: z.int(),
      state: BadRowState,
      reasons: z.array(z.object({ code: z.string(), text: z.string() })),
      /** Those of RosterCells or of DischargeCells, by the kind of the import. */
      cells: z.record(z.string(), z.string()),
    }),
  ),
})
export const exportBadRows = route({
  id: 'exportBadRows',
  method: 'GET',
  path: '/api/roster-imports/:importId/bad-rows/export',
  permission: 'roster.import',
  summary: '导出问题行（改好可再导入）',
  sensitive: true,
  download: true,
  params: importParams,
})
/** Either corrected cells are tried again, or the row is left out for good. */
export const fixBadRow = route({
  id: 'fixBadRow',
  method: 'POST',
  path: '/api/roster-imports/:importId/bad-rows/:rowNo/fix',
  permission: 'roster.import',
  summary: '更正问题行并重试',
  params: importParams.extend({ rowNo: z.coerce.number().int().min(1) }),
  body: z.object({ cells: RosterCells }),
  answer: ImportView,
})
/** A hospital's list of stays: who may have had an accident becomes a possible claim to be asked about. */
export const startDischargeImport = route({
  id: 'startDischargeImport',
  method: 'POST',
  path: '/api/discharge-imports',
  permission: 'roster.import',
  summary: '导入医院出院名单（文件字段 table，CSV 或 XLSX）',
  files: true,
  body: z.object({ programmeId: Id, asOfOn: Day }),
  answer: ImportView,
})
export const fixDischargeRow = route({
  id: 'fixDischargeRow',
  method: 'POST',
  path: '/api/discharge-imports/:importId/bad-rows/:rowNo/fix',
  permission: 'roster.import',
  summary: '更正出院名单的问题行并重试',
  params: importParams.extend({ rowNo: z.coerce.number().int().min(1) }),
  body: z.object({ cells: DischargeCells }),
  answer: ImportView,
})
export const ignoreBadRow = route({
  id: 'ignoreBadRow',
  method: 'POST',
  path: '/api/roster-imports/:importId/bad-rows/:rowNo/ignore',
  permission: 'roster.import',
  summary: '不处理这一行',
  params: importParams.extend({ rowNo: z.coerce.number().int().min(1) }),
  answer: ImportView,
})
export const listDifferences = route({
  id: 'listDifferences',
  method: 'GET',
  path: '/api/roster-imports/:importId/differences',
  permission: 'roster.read',
  summary: '与上月的差异',
  sensitive: true,
  params: importParams,
  query: PageQuery.extend({ kind: DifferenceKind.optional(), state: DifferenceState.optional() }),
  answer: page(
    z.object({
      id: Id,
      kind: DifferenceKind,
      word: z.string(),
      state: DifferenceState,
      rowNo: z.int().nullable(),
      personId: Id.nullable(),
      name: z.string(),
      idNumberMasked: z.string(),
      fields: z.array(z.object({ title: z.string(), before: z.string(), after: z.string() })),
      can: Can,
    }),
  ),
})
/** All that wait, those of one kind, or single ones. Takes effect at once; the person who imported cannot confirm. */
export const decideDifferences = route({
  id: 'decideDifferences',
  method: 'POST',
  path: '/api/roster-imports/:importId/differences/decide',
  permission: 'roster.confirm',
  summary: '确认或不采纳差异（导入人之外的第二人）',
  params: importParams,
  body: z.object({
    act: z.enum(['confirm', 'reject']),
    kind: DifferenceKind.nullable().default(null),
    ids: z.array(Id).max(1000).nullable().default(null),
  }),
  answer: ImportView,
})
export const discardImport = route({
  id: 'discardImport',
  method: 'POST',
  path: '/api/roster-imports/:importId/discard',
  permission: 'roster.import',
  summary: '放弃这次导入',
  params: importParams,
  answer: ImportView,
})
