/** The monthly sample: what was said, compared with the case (NTF-04). */
import { z } from 'zod'
import { Id, Instant, route, MaybeText } from '../kernel/index.ts'
import { NoticeRow } from './notices.ts'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '年月 YYYY-MM')

export const SAMPLE_VERDICTS = { agrees: '与案件一致', differs: '与案件不一致' } as const

export const SampledNotice = z
  .object({
    id: Id,
    month: z.string(),
    notice: NoticeRow,
    /** The whole text, as it left. */
    text: z.string(),
    verdict: z.enum(['agrees', 'differs']).nullable(),
    comment: z.string(),
    judgedBy: z.string().nullable(),
    judgedAt: Instant.nullable(),
  })
  .meta({ id: 'SampledNotice', description: '抽查的通知' })
export type SampledNotice = z.output<typeof SampledNotice>

const SampleView = z.object({
  month: z.string(),
  items: z.array(SampledNotice),
  agreeing: z.int(),
  differing: z.int(),
})

export const listNoticeSample = route({
  id: 'listNoticeSample',
  method: 'GET',
  path: '/api/notice-samples',
  permission: 'notice.sample',
  summary: '一个月的通知抽查',
  sensitive: true,
  query: z.object({ month: Month }),
  answer: SampleView,
})
export const drawNoticeSample = route({
  id: 'drawNoticeSample',
  method: 'POST',
  path: '/api/notice-samples',
  permission: 'notice.sample',
  summary: '抽取一个月的通知样本（补足到所要的数目，随机，不能挑选）',
  body: z.object({ month: Month, count: z.int().min(1).max(200) }),
  answer: SampleView,
})
export const judgeNoticeSample = route({
  id: 'judgeNoticeSample',
  method: 'POST',
  path: '/api/notice-samples/:sampleId/verdict',
  permission: 'notice.sample',
  summary: '登记抽查结论',
  params: z.object({ sampleId: Id }),
  body: z.object({ verdict: z.enum(['agrees', 'differs']), comment: MaybeText(500).default('') }),
  answer: SampledNotice,
})
