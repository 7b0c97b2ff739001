/** CMP-08, 令2020-3 art. 20: 核查, the second look of the superior institution. */
import { z } from 'zod'
import { Id, Instant, route, Text } from '../kernel/index.ts'
import { grounds } from './solve.ts'
import { complaintParams, ComplaintStand } from './words.ts'

export const askRecheck = route({
  id: 'askRecheck',
  method: 'POST',
  path: '/api/complaints/:complaintId/rechecks',
  permission: 'complaint.record',
  summary: '登记核查申请',
  params: complaintParams,
  body: z.object({ why: Text(2000), askedAt: Instant.nullable().default(null) }),
  answer: ComplaintStand,
})
const recheckParams = z.object({ recheckId: Id })
export const listRecheckHandlers = route({
  id: 'listRecheckHandlers',
  method: 'GET',
  path: '/api/complaint-rechecks/:recheckId/handlers',
  permission: 'complaint.recheck',
  summary: '可以核查的人：上级机构、没有办过本件、不须回避',
  params: recheckParams,
  answer: z.object({ items: z.array(z.object({ id: Id, name: z.string(), institution: z.string() })) }),
})
export const assignRecheck = route({
  id: 'assignRecheck',
  method: 'POST',
  path: '/api/complaint-rechecks/:recheckId/assignment',
  permission: 'complaint.recheck',
  summary: '指派核查人',
  params: recheckParams,
  body: z.object({ handlerId: Id }),
  answer: ComplaintStand,
})
export const decideRecheck = route({
  id: 'decideRecheck',
  method: 'POST',
  path: '/api/complaint-rechecks/:recheckId/decision',
  permission: 'complaint.recheck',
  summary: '作出核查决定并出具告知书',
  params: recheckParams,
  body: z.object({ outcome: z.enum(['upheld', 'changed']), ...grounds }),
  answer: ComplaintStand,
})
export const tellRecheck = route({
  id: 'tellRecheck',
  method: 'POST',
  path: '/api/complaint-rechecks/:recheckId/telling',
  permission: 'complaint.recheck',
  summary: '告知核查决定',
  params: recheckParams,
  body: z.object({ told: Text(500) }),
  answer: ComplaintStand,
})
export const withdrawRecheck = route({
  id: 'withdrawRecheck',
  method: 'POST',
  path: '/api/complaint-rechecks/:recheckId/withdrawal',
  permission: 'complaint.record',
  summary: '撤回核查申请',
  params: recheckParams,
  answer: ComplaintStand,
})
