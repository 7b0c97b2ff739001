/** 时效周报: built each Monday and on demand, downloaded as PDF or workbook, mailed (T28). */
import { z } from 'zod'
import { Can, Day, Id, Instant, route } from '../kernel/index.ts'

export const TimingReportRow = z
  .object({
    id: Id,
    weekKey: z.string(),
    fromOn: Day,
    toOn: Day,
    kept: z.int(),
    broken: z.int(),
    running: z.int(),
    keptBps: z.int().nullable(),
    /** Null = made by itself. */
    madeBy: z.string().nullable(),
    madeAt: Instant,
  })
  .meta({ id: 'TimingReportRow', description: '一份时效周报' })
export type TimingReportRow = z.output<typeof TimingReportRow>

export const listTimingReports = route({
  id: 'listTimingReports',
  method: 'GET',
  path: '/api/timing-reports',
  permission: 'duty.read',
  summary: '时效周报，新的在前',
  answer: z.object({
    reports: z.array(TimingReportRow),
    mailTo: z.array(z.string()),
    can: Can.meta({ description: 'manage' }),
  }),
})
export const startTimingReport = route({
  id: 'startTimingReport',
  method: 'POST',
  path: '/api/timing-reports',
  permission: 'duty.read',
  summary: '后台生成一周的时效周报（缺省为上一周）',
  body: z.object({ on: Day.optional() }),
  answer: z.object({ taskId: Id }),
})
export const getTimingReport = route({
  id: 'getTimingReport',
  method: 'GET',
  path: '/api/timing-reports/:reportId/:format',
  permission: 'duty.read',
  summary: '下载时效周报',
  download: true,
  params: z.object({ reportId: Id, format: z.enum(['pdf', 'xlsx']) }),
})
export const setReportMail = route({
  id: 'setReportMail',
  method: 'PUT',
  path: '/api/timing-reports/mail',
  permission: 'duty.manage',
  summary: '时效周报发到哪些邮箱',
  body: z.object({ addresses: z.array(z.email()).max(20) }),
})
