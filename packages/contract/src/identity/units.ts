/** Duties, targets and monthly scores of units, and guidance from head office with its execution (ORG-02). */
import { z } from 'zod'
import { Can, Day, Id, Instant, MaybeText, page, PageQuery, route, Text } from '../kernel/index.ts'
import { Month, Named } from './words.ts'

export const UnitKind = z.enum(['institution', 'department'])
const unit = z.object({ kind: UnitKind, id: Id })

export const UnitView = z.object({
  kind: UnitKind,
  id: Id,
  name: z.string(),
  duties: z.array(z.object({ id: Id, text: z.string(), fromOn: Day, endedOn: Day.nullable() })),
  targets: z.array(
    z.object({ id: Id, month: Month, measure: z.string(), target: z.number(), achieved: z.number().nullable() }),
  ),
  scores: z.array(z.object({ month: Month, score: z.int(), note: z.string(), scoredBy: Named, scoredAt: Instant })),
  chain: z.array(
    z.object({ id: Id, name: z.string(), post: z.string(), absent: z.boolean(), standIn: Named.nullable() }),
  ),
  can: Can.meta({ description: 'guide' }),
})

export const viewUnit = route({
  id: 'viewUnit',
  method: 'GET',
  path: '/api/units/:kind/:id',
  permission: 'identity.read',
  summary: '机构或部门的职责、目标、月度评分、责任链',
  params: unit,
  answer: UnitView,
})
export const addDuty = route({
  id: 'addDuty',
  method: 'POST',
  path: '/api/units/:kind/:id/duties',
  permission: 'organisation.guide',
  summary: '登记职责',
  params: unit,
  body: z.object({ text: Text(500), fromOn: Day }),
  answer: z.object({ id: Id }),
})
export const endDuty = route({
  id: 'endDuty',
  method: 'POST',
  path: '/api/duties/:id/end',
  permission: 'organisation.guide',
  summary: '终止职责',
  params: z.object({ id: Id }),
  body: z.object({ endedOn: Day }),
})
export const setTarget = route({
  id: 'setTarget',
  method: 'POST',
  path: '/api/units/:kind/:id/targets',
  permission: 'organisation.guide',
  summary: '设定月度目标或填报实绩',
  params: unit,
  body: z.object({
    month: Month,
    measure: Text(60),
    target: z.number().min(0).max(1e9),
    achieved: z.number().min(0).max(1e9).nullable(),
  }),
})
export const recordScore = route({
  id: 'recordScore',
  method: 'POST',
  path: '/api/units/:kind/:id/scores',
  permission: 'organisation.guide',
  summary: '月度评分（0–100）',
  params: unit,
  body: z.object({ month: Month, score: z.int().min(0).max(100), note: MaybeText(500) }),
})

export const GuidanceRow = z.object({
  id: Id,
  title: z.string(),
  issuedBy: Named,
  issuedAt: Instant,
  dueOn: Day,
  units: z.int(),
  received: z.int(),
  done: z.int(),
  overdue: z.int(),
})
export const GuidanceView = GuidanceRow.extend({
  text: z.string(),
  receipts: z.array(
    z.object({
      unit: z.object({ kind: UnitKind, id: Id, name: z.string() }),
      receivedAt: Instant.nullable(),
      receivedBy: Named.nullable(),
      doneAt: Instant.nullable(),
      doneBy: Named.nullable(),
      note: z.string().nullable(),
      overdue: z.boolean(),
      mine: z.boolean(),
    }),
  ),
})

export const listGuidance = route({
  id: 'listGuidance',
  method: 'GET',
  path: '/api/guidance',
  permission: 'session',
  summary: '指导意见与落实情况',
  query: PageQuery.extend({ which: z.enum(['all', 'mine', 'open']).default('all') }),
  answer: page(GuidanceRow),
})
export const viewGuidance = route({
  id: 'viewGuidance',
  method: 'GET',
  path: '/api/guidance/:id',
  permission: 'session',
  summary: '指导意见',
  params: z.object({ id: Id }),
  answer: GuidanceView,
})
export const issueGuidance = route({
  id: 'issueGuidance',
  method: 'POST',
  path: '/api/guidance',
  permission: 'organisation.guide',
  summary: '下达指导意见',
  body: z.object({ title: Text(100), text: Text(4000), dueOn: Day, units: z.array(unit).min(1).max(200) }),
  answer: z.object({ id: Id }),
})
export const answerGuidance = route({
  id: 'answerGuidance',
  method: 'POST',
  path: '/api/guidance/:id/answer',
  permission: 'session',
  summary: '本机构（部门）签收或报告落实',
  params: z.object({ id: Id }),
  body: z.object({ unit, step: z.enum(['received', 'done']), note: MaybeText(1000) }),
})
