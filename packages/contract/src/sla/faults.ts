/** Times in which the online service did not work; online reports of such a time run under T12; by month, T08. */
import { z } from 'zod'
import { Id, Instant, route, Text } from '../kernel/index.ts'

export const ServiceFault = z
  .object({
    id: Id,
    beganAt: Instant,
    endedAt: Instant.nullable(),
    reason: z.string(),
    /** 系统 = the machine found that it had been down. */
    madeBy: z.string(),
    madeAt: Instant,
    endedBy: z.string().nullable(),
  })
  .meta({ id: 'ServiceFault', description: '服务中断' })
export type ServiceFault = z.output<typeof ServiceFault>

export const listServiceFaults = route({
  id: 'listServiceFaults',
  method: 'GET',
  path: '/api/service-faults',
  permission: 'promise.manage',
  summary: '服务中断登记，最近的在前（最多 100 次）；在线服务每月的可用率',
  answer: z.object({
    items: z.array(ServiceFault),
    /** How far the promise to be there at all hours was kept, by what stands in the register; latest first. */
    months: z.array(
      z.object({ month: z.string(), faults: z.int(), downSeconds: z.int(), availableBps: z.int() }).meta({
        id: 'MonthOfService',
        description: '在线服务一个月的可用率（万分之几）',
      }),
    ),
  }),
})
export const recordServiceFault = route({
  id: 'recordServiceFault',
  method: 'POST',
  path: '/api/service-faults',
  permission: 'promise.manage',
  summary: '登记网上服务中断；中断期间收到的网上报案按三十分钟承诺',
  body: z.object({ beganAt: Instant, endedAt: Instant.nullable().default(null), reason: Text(200) }),
  answer: z.object({ id: Id }),
})
export const endServiceFault = route({
  id: 'endServiceFault',
  method: 'POST',
  path: '/api/service-faults/:faultId/end',
  permission: 'promise.manage',
  summary: '网上服务已恢复',
  params: z.object({ faultId: Id }),
  answer: z.object({ id: Id }),
})
