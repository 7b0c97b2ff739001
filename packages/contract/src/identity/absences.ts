/** Absence and who stands in (ORG-03, ORG-07). */
import { z } from 'zod'
import { Day, Id, page, PageQuery, route, Text } from '../kernel/index.ts'
import { Named } from './words.ts'

export const AbsenceRow = z.object({
  id: Id,
  user: Named,
  post: z.string(),
  fromOn: Day,
  toOn: Day,
  reason: z.string(),
  standIn: Named.nullable(),
  recordedBy: Named,
  cancelled: z.boolean(),
})

export const listAbsences = route({
  id: 'listAbsences',
  method: 'GET',
  path: '/api/absences',
  permission: 'identity.read',
  summary: '请假与代理',
  query: PageQuery.extend({ which: z.enum(['current', 'coming', 'all']).default('current'), userId: Id.optional() }),
  answer: page(AbsenceRow),
})
export const recordAbsence = route({
  id: 'recordAbsence',
  method: 'POST',
  path: '/api/absences',
  permission: 'identity.absence',
  summary: '登记请假',
  body: z.object({ userId: Id, fromOn: Day, toOn: Day, reason: Text(200) }),
  answer: z.object({ id: Id, standIn: Named.nullable() }),
})
export const cancelAbsence = route({
  id: 'cancelAbsence',
  method: 'POST',
  path: '/api/absences/:id/cancel',
  permission: 'identity.absence',
  summary: '取消请假',
  params: z.object({ id: Id }),
})
