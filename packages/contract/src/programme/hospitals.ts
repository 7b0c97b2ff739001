/** The register of hospitals (CLM-08): who is of which level, or recognised, from when to when and by which paper. */
import { z } from 'zod'
import { Day, Id, MaybeText, page, PageQuery, route, Text } from '../kernel/index.ts'

export const HospitalLevel = z.union([z.literal(1), z.literal(2), z.literal(3)])
export const LevelSpan = z.object({ level: HospitalLevel, from: Day, to: Day.nullable().default(null) })
export const RecognitionSpan = z.object({ from: Day, to: Day.nullable().default(null), basis: MaybeText(300) })

export const HospitalInput = z.object({
  code: Text(40),
  name: Text(100),
  aliases: z.array(Text(100)).max(20).default([]),
  town: MaybeText(60).default(''),
  levels: z.array(LevelSpan).max(20).default([]),
  recognitions: z.array(RecognitionSpan).max(20).default([]),
})

/** What is said of one day; level null = nothing is said. */
export const HospitalOnDay = z.object({
  level: HospitalLevel.nullable(),
  since: Day.nullable(),
  recognised: z.boolean(),
  basis: z.string(),
})
export type HospitalOnDay = z.output<typeof HospitalOnDay>

export const HospitalView = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    aliases: z.array(z.string()),
    town: z.string(),
    levels: z.array(LevelSpan),
    recognitions: z.array(RecognitionSpan),
    /** Of the day asked about; without one, of today. */
    onDay: HospitalOnDay,
    /** Another person has not yet looked at a change of it. */
    waiting: z.boolean(),
  })
  .meta({ id: 'Hospital', description: '医院目录' })
export type HospitalView = z.output<typeof HospitalView>

export const listHospitals = route({
  id: 'listHospitals',
  method: 'GET',
  path: '/api/hospitals',
  permission: 'programme.read',
  summary: '医院目录：按名称、别名、代码查，可问某一天的等级',
  query: PageQuery.extend({ q: MaybeText(60).optional(), on: Day.optional() }),
  answer: page(HospitalView),
})
export const proposeHospital = route({
  id: 'proposeHospital',
  method: 'POST',
  path: '/api/hospitals',
  permission: 'programme.edit',
  summary: '提出医院的新增或修改，由第二人确认后生效',
  body: HospitalInput.extend({ hospitalId: Id.nullable().default(null) }),
  answer: z.object({ changeId: Id }),
})
export const importHospitals = route({
  id: 'importHospitals',
  method: 'POST',
  path: '/api/hospital-imports',
  permission: 'programme.edit',
  summary: '导入医院目录（文件字段 table，CSV 或 XLSX）：问题行列出原因，好行由第二人确认后生效',
  files: true,
  answer: z.object({
    rowCount: z.int(),
    /** Hospitals that are new, or would change. */
    addedCount: z.int(),
    changedCount: z.int(),
    unchangedCount: z.int(),
    errors: z.array(z.object({ rowNo: z.int(), code: z.string(), text: z.string() })),
    /** null = there was nothing to confirm. */
    changeId: Id.nullable(),
  }),
})
