/** CMP-04: the causes as this house uses them, and the national code table as it was imported. */
import { z } from 'zod'
import { Instant, MaybeText, route, Text } from '../kernel/index.ts'
import { Cause, CauseGroup } from './words.ts'

export const listComplaintCategories = route({
  id: 'listComplaintCategories',
  method: 'GET',
  path: '/api/complaint-categories',
  permission: 'complaint.read',
  summary: '投诉类别与国家标准代码',
  answer: z.object({
    /** Until a code table is imported the set is ours and stands as interim. */
    interim: z.boolean(),
    standard: z.string().nullable(),
    importedAt: Instant.nullable(),
    items: z.array(
      z.object({
        cause: Cause,
        word: z.string(),
        group: CauseGroup,
        groupWord: z.string(),
        offered: z.boolean(),
        nationalCode: z.string().nullable(),
        nationalName: z.string().nullable(),
      }),
    ),
    codes: z.array(z.object({ code: z.string(), name: z.string(), parentCode: z.string().nullable() })),
  }),
})

export const setComplaintCategory = route({
  id: 'setComplaintCategory',
  method: 'PUT',
  path: '/api/complaint-categories/:cause',
  permission: 'complaint.coordinate',
  summary: '类别是否使用，对应哪个国家标准代码',
  params: z.object({ cause: Cause }),
  body: z.object({ offered: z.boolean(), nationalCode: MaybeText(20).nullable().default(null) }),
  answer: z.object({ cause: Cause }),
})

/** The file is part `file`: CSV or workbook with the columns 代码, 名称, 上级代码; one code a row, parents anywhere. */
export const importComplaintCodes = route({
  id: 'importComplaintCodes',
  method: 'POST',
  path: '/api/complaint-codes/import',
  permission: 'complaint.import',
  summary: '导入国家标准的投诉事由代码表（列：代码、名称、上级代码）',
  files: true,
  body: z.object({ standard: Text(80) }),
  answer: z.object({ count: z.int() }),
})
