/** 长效保障: the ten standing guarantees as duties with owner, due day, evidence and reminders (RPT-06). */
import { DUTY_PERIODS, DUTY_STANDINGS } from '@anpei/domain/reporting'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, route, Text } from '../kernel/index.ts'

const Named = z.object({ id: Id, name: z.string() })
const Code = z.string().max(20)
const Standing = keysOf(DUTY_STANDINGS)
const Period = keysOf(DUTY_PERIODS)
const params = z.object({ dutyId: Id })

export const DutyRow = z
  .object({
    id: Id,
    dutyCode: z.string(),
    guaranteeCode: z.string(),
    guaranteeName: z.string(),
    title: z.string(),
    period: Period,
    periodKey: z.string(),
    fromOn: Day,
    toOn: Day,
    dueOn: Day,
    standing: Standing,
    department: Named.nullable(),
    owner: Named.nullable(),
    deputy: Named.nullable(),
    /** Who stands in today because the owner is absent. */
    standIn: Named.nullable(),
    evidenceCount: z.int(),
    closedAt: Instant.nullable(),
    mine: z.boolean(),
  })
  .meta({ id: 'DutyRow', description: '一期保障职责' })
export type DutyRow = z.output<typeof DutyRow>

export const DutyFilter = z.object({
  guarantee: Code.optional(),
  standing: Standing.optional(),
  year: z.coerce.number().int().min(2000).max(2200).optional(),
  mine: z.stringbool().optional(),
})

export const listStandingDuties = route({
  id: 'listStandingDuties',
  method: 'GET',
  path: '/api/standing-duties',
  permission: 'duty.read',
  summary: '长效保障：一年里到期的各期职责（缺省为今年，并列出更早未办结的），先到期的在前',
  query: DutyFilter,
  answer: z.object({ duties: z.array(DutyRow), can: Can.meta({ description: 'manage' }) }),
})
export const exportStandingDuties = route({
  id: 'exportStandingDuties',
  method: 'GET',
  path: '/api/standing-duties/export',
  permission: 'duty.read',
  summary: '导出长效保障清单（CSV 或 XLSX）',
  download: true,
  query: DutyFilter.extend({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
})
export const standingDutyYear = route({
  id: 'standingDutyYear',
  method: 'GET',
  path: '/api/standing-duties/years/:year',
  permission: 'duty.read',
  summary: '长效保障年历：十项保障的各项职责，逐月的办理情况',
  params: z.object({ year: z.coerce.number().int().min(2000).max(2200) }),
  answer: z.object({
    year: z.int(),
    guarantees: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        period: Period,
        departments: z.array(z.string()),
        duties: z.array(
          z.object({
            code: z.string(),
            name: z.string(),
            period: Period,
            clause: z.string(),
            proof: z.string(),
            department: Named.nullable(),
            owner: Named.nullable(),
            deputy: Named.nullable(),
            /** By the month they are due in; periods to come have no id yet. */
            dots: z.array(
              z.object({ id: Id.nullable(), periodKey: z.string(), dueOn: Day, month: z.int(), standing: Standing }),
            ),
          }),
        ),
      }),
    ),
    can: Can.meta({ description: 'manage' }),
  }),
})
/** What each document costs the customer, over the days of a duty's period (CLM-03, T30). */
export const PaperFigures = z
  .object({
    lists: z.array(z.object({ kind: z.string(), shown: z.int(), required: z.int() })),
    papers: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        received: z.int(),
        asked: z.int(),
        /** In a second or later request. */
        again: z.int(),
        rejected: z.int(),
      }),
    ),
  })
  .meta({ id: 'PaperFigures', description: '资料清单的数字' })
export type PaperFigures = z.output<typeof PaperFigures>

export const viewStandingDuty = route({
  id: 'viewStandingDuty',
  method: 'GET',
  path: '/api/standing-duties/:dutyId',
  permission: 'duty.read',
  summary: '一期保障职责：要求、期限、证明材料、经过',
  params,
  answer: DutyRow.extend({
    clause: z.string(),
    proof: z.string(),
    finding: z.string().nullable(),
    closedBy: z.string().nullable(),
    reopenedCount: z.int(),
    /** Of the review of the document list (T30a) only. */
    paperFigures: PaperFigures.nullable(),
    reminders: z.array(z.object({ percent: z.int(), on: Day, at: Instant.nullable(), told: z.array(z.string()) })),
    evidence: z.array(
      z.object({
        fileId: Id,
        fileName: z.string(),
        mediaType: z.string(),
        bytes: z.int(),
        sha256: z.string(),
        addedAt: Instant,
        addedBy: z.string(),
        current: z.boolean(),
      }),
    ),
    history: z.array(z.object({ at: Instant, by: z.string(), text: z.string(), reason: z.string().nullable() })),
    can: Can.meta({ description: 'close, reopen, manage' }),
  }),
})
export const closeStandingDuty = route({
  id: 'closeStandingDuty',
  method: 'POST',
  path: '/api/standing-duties/:dutyId/close',
  permission: 'duty.close',
  summary: '办结：必须附证明材料（照片或 PDF）和结论',
  files: true,
  params,
  body: z.object({ finding: Text(1000) }),
})
export const reopenStandingDuty = route({
  id: 'reopenStandingDuty',
  method: 'POST',
  path: '/api/standing-duties/:dutyId/reopen',
  permission: 'duty.manage',
  summary: '重新打开已办结的职责（写明原因，原证明材料保留）',
  params,
  body: z.object({ reason: Text(300) }),
})
export const openStandingDuty = route({
  id: 'openStandingDuty',
  method: 'POST',
  path: '/api/standing-duties',
  permission: 'duty.manage',
  summary: '登记一次“按需”的职责',
  body: z.object({ dutyCode: Code, title: Text(100), dueOn: Day }),
  answer: z.object({ id: Id }),
})
export const assignStandingDuty = route({
  id: 'assignStandingDuty',
  method: 'POST',
  path: '/api/standing-duties/assignments/:dutyCode',
  permission: 'duty.manage',
  summary: '指定责任部门、责任人和代办人（未办结的各期一并改）',
  params: z.object({ dutyCode: Code }),
  body: z.object({ departmentId: Id.nullable(), ownerId: Id, deputyId: Id.nullable(), reason: MaybeText(300) }),
})
export const getDutyEvidence = route({
  id: 'getDutyEvidence',
  method: 'GET',
  path: '/api/duty-evidence/:fileId',
  permission: 'duty.read',
  summary: '下载证明材料（核对哈希）',
  download: true,
  params: z.object({ fileId: Id }),
})

export const DutyNotice = z.object({
  dutyId: Id,
  title: z.string(),
  periodKey: z.string(),
  dueOn: Day,
  percent: z.int(),
  role: z.enum(['owner', 'deputy', 'stand_in', 'superior']),
  standing: Standing,
  at: Instant,
})
export type DutyNotice = z.output<typeof DutyNotice>

export const myDuties = route({
  id: 'myDuties',
  method: 'GET',
  path: '/api/my-duties',
  permission: 'session',
  summary: '我要办的保障职责和未读提醒',
  answer: z.object({
    duties: z.array(DutyRow).meta({ description: '责任人、代办人或今天的替班人是我，未办结' }),
    notices: z.array(DutyNotice),
  }),
})
export const seeDutyNotices = route({
  id: 'seeDutyNotices',
  method: 'POST',
  path: '/api/my-duties/seen',
  permission: 'session',
  summary: '保障职责的提醒已读',
})
