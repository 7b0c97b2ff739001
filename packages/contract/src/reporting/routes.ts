/** Long work that can be left and found again, and its files (OPS-05). */
import { z } from 'zod'
import { WholeCallback } from '../callbacks/index.ts'
import { ClaimFilter } from '../claims/index.ts'
import { MaybeText, Id, Instant, route } from '../kernel/index.ts'

export const BackgroundTask = z
  .object({
    id: Id,
    kind: z.string(),
    title: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    doneCount: z.int(),
    totalCount: z.int().nullable(),
    fault: z.string().nullable(),
    createdAt: Instant,
    finishedAt: Instant.nullable(),
    hasFile: z.boolean(),
  })
  .meta({ id: 'BackgroundTask', description: '后台任务' })
export type BackgroundTask = z.output<typeof BackgroundTask>

export const listTasks = route({
  id: 'listTasks',
  method: 'GET',
  path: '/api/background-tasks',
  permission: 'session',
  summary: '我的后台任务（导入、导出、预演）',
  answer: z.object({ tasks: z.array(BackgroundTask) }),
})
export const startClaimExport = route({
  id: 'startClaimExport',
  method: 'POST',
  path: '/api/exports/claims',
  permission: 'claim.read',
  summary: '后台导出赔案列表（脱敏，记入日志）',
  body: ClaimFilter.extend({
    overdue: z.boolean().optional(),
    format: z.enum(['csv', 'xlsx']).default('csv'),
    reason: MaybeText(200).default(''),
    /** The sharing entry it leaves under; null = for use inside the house (CUS-09). */
    partnerId: Id.nullable().default(null),
  }),
  answer: z.object({ taskId: Id }),
})
/** Whoever may read the claim reads what was asked about it; what is kept from somebody (回避) is not among them. */
export const listClaimCallbacks = route({
  id: 'listClaimCallbacks',
  method: 'GET',
  path: '/api/claims/:claimId/callbacks',
  permission: 'claim.read',
  summary: '一件赔案的回访：欠着的、联系过几次、客户怎么说',
  sensitive: true,
  params: z.object({ claimId: Id }),
  answer: z.object({ items: z.array(WholeCallback) }),
})
export const getTaskFile = route({
  id: 'getTaskFile',
  method: 'GET',
  path: '/api/background-tasks/:taskId/file',
  permission: 'session',
  summary: '下载后台任务的文件',
  download: true,
  params: z.object({ taskId: Id }),
})
