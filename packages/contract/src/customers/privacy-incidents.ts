/** Data security incidents with their three reports (SLA L12), sealed from the persons they concern (CUS-11). */
import { dataIncidentLifecycle, INCIDENT_LEVELS } from '@anpei/domain/customers'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, page, PageQuery, route, Text, TimeLeft } from '../kernel/index.ts'

const incidentParams = z.object({ incidentId: Id })

export const IncidentRow = z
  .object({
    id: Id,
    incidentNo: z.string(),
    title: z.string(),
    level: keysOf(INCIDENT_LEVELS),
    state: keysOf(dataIncidentLifecycle.states),
    stateWord: z.string(),
    personsCount: z.int(),
    knownAt: Instant,
    owner: z.string().nullable(),
    sealed: z.boolean(),
    dueAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
  })
  .meta({ id: 'IncidentRow' })
export type IncidentRow = z.output<typeof IncidentRow>

export const IncidentView = IncidentRow.extend({
  what: z.string(),
  steps: z.array(z.object({ act: z.string(), to: z.string(), text: z.string(), at: Instant })),
  can: Can,
}).meta({ id: 'DataIncident', description: '数据安全事件' })
export type IncidentView = z.output<typeof IncidentView>

export const listIncidents = route({
  id: 'listIncidents',
  method: 'GET',
  path: '/api/data-incidents',
  permission: 'privacy.read',
  summary: '数据安全事件',
  query: PageQuery,
  answer: page(IncidentRow),
})
export const getIncident = route({
  id: 'getIncident',
  method: 'GET',
  path: '/api/data-incidents/:incidentId',
  permission: 'privacy.read',
  summary: '一件数据安全事件（密封的要先拆封）',
  params: incidentParams,
  answer: IncidentView,
})
export const recordIncident = route({
  id: 'recordIncident',
  method: 'POST',
  path: '/api/data-incidents',
  permission: 'privacy.answer',
  summary: '登记数据安全事件；可对涉事人员密封',
  body: z.object({
    title: Text(100),
    level: keysOf(INCIDENT_LEVELS),
    what: Text(2000),
    personsCount: z.int().min(0).max(10_000_000),
    knownAt: Instant,
    /** Sign-in names of the persons it concerns. */
    sealFrom: z.array(Text(60)).max(20).default([]),
  }),
  answer: IncidentView,
})
export const stepIncident = route({
  id: 'stepIncident',
  method: 'POST',
  path: '/api/data-incidents/:incidentId/step',
  permission: 'privacy.answer',
  summary: '首报、书面报告、处置结束、总结报告',
  params: incidentParams,
  body: z.object({ act: z.enum(['report', 'write', 'settle', 'finish']), to: Text(100), text: Text(2000) }),
  answer: IncidentView,
})
export const openSeal = route({
  id: 'openSeal',
  method: 'POST',
  path: '/api/seals/:kind/:subjectId/open',
  permission: 'seal.open',
  summary: '拆封查看（写明理由，记入审计日志，有效一小时）',
  params: z.object({ kind: Text(40), subjectId: Id }),
  body: z.object({ reason: Text(300) }),
  answer: z.object({ untilAt: Instant }),
})
export const listSeals = route({
  id: 'listSeals',
  method: 'GET',
  path: '/api/seals',
  permission: 'seal.open',
  summary: '密封事项：只有编号、类别和密封的缘由；涉及本人的不列出',
  query: PageQuery,
  answer: page(
    z.object({
      kind: z.string(),
      /** Of the matter. */
      id: Id,
      kindWord: z.string(),
      reason: z.string(),
      sealedAt: Instant,
      /** Only those who work on it see it; else everybody it does not concern. */
      shut: z.boolean(),
      /** Why it is open to whoever asks; null: it is closed to them. */
      openTo: z.enum(['keeper', 'unconcerned', 'opened']).nullable(),
      openings: z.array(z.object({ by: z.string(), at: Instant, reason: z.string() })),
    }),
  ),
})
