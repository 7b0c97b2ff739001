/** Warnings of clocks to the signed-in person (CLK-04). */
import { ESCALATION_LEVELS } from '@anpei/domain/sla'
import { z } from 'zod'
import { Id, Instant, keysOf, route } from '../kernel/index.ts'

export const ClockAlarm = z
  .object({
    id: Id,
    level: keysOf(ESCALATION_LEVELS),
    levelWord: z.string(),
    subjectKind: z.string(),
    subjectId: Id,
    subjectNo: z.string(),
    clockId: z.string(),
    clockTitle: z.string(),
    cause: z.enum([
      'threshold',
      'calendar',
      'definition',
      'extension',
      'backdating',
      'certificate',
      'choice',
      'report',
    ]),
    percent: z.int(),
    dueAt: Instant.nullable(),
    explanation: z.string(),
    visibleAt: Instant,
    seen: z.boolean(),
  })
  .meta({ id: 'ClockAlarm', description: '时限预警' })
export type ClockAlarm = z.output<typeof ClockAlarm>

export const listAlarms = route({
  id: 'listAlarms',
  method: 'GET',
  path: '/api/alarms',
  permission: 'session',
  summary: '我的时限预警，最新的在前（最多 200 条）',
  query: z.object({ unseen: z.enum(['true', 'false']).default('false') }),
  answer: z.object({ items: z.array(ClockAlarm), unseen: z.int() }),
})
export const markAlarmsSeen = route({
  id: 'markAlarmsSeen',
  method: 'POST',
  path: '/api/alarms/seen',
  permission: 'session',
  summary: '把预警标为已读；不给编号则全部标为已读',
  body: z.object({ ids: z.array(Id).max(200).default([]) }),
  answer: z.object({ unseen: z.int() }),
})
