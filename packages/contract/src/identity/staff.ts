/** People of the staff and their access (ORG-03, ORG-04). Changes of access wait for a second person. */
import { z } from 'zod'
import { Can, Day, Id, Instant, MaybeText, page, PageQuery, route, Text } from '../kernel/index.ts'
import { CertificateKind, StaffCertificate } from './certificates.ts'
import { Named } from './words.ts'

export const StaffRow = z.object({
  id: Id,
  login: z.string(),
  name: z.string(),
  post: z.string(),
  institution: Named,
  department: Named.nullable(),
  roles: z.array(z.object({ code: z.string(), name: z.string() })),
  active: z.boolean(),
  lockedUntil: Instant.nullable(),
  absentUntil: Day.nullable(),
  hasSignedIn: z.boolean().meta({ description: '已设定密码' }),
  certificates: z.enum(['missing', 'expiring']).nullable().meta({ description: '角色要求的证书：缺少、即将到期' }),
})

export const StaffView = StaffRow.extend({
  supervisor: Named.nullable(),
  deputy: Named.nullable(),
  languages: z.array(z.string()),
  skills: z.array(z.string()),
  oidcSubject: z.string().nullable(),
  failedCount: z.int(),
  createdAt: Instant,
  villages: z.array(z.object({ code: z.string(), name: z.string(), duty: z.enum(['liaison', 'deputy', 'handler']) })),
  sessions: z.array(
    z.object({ id: Id, createdAt: Instant, expiresAt: Instant, source: z.string(), agent: z.string() }),
  ),
  /** Who answers for this person, up to 总经理; the stand-in where somebody is absent today. */
  chain: z.array(
    z.object({ id: Id, name: z.string(), post: z.string(), absent: z.boolean(), standIn: Named.nullable() }),
  ),
  held: z.array(StaffCertificate).meta({ description: '证书' }),
  demanded: z.array(CertificateKind).meta({ description: '角色要求的证书' }),
  waitingChanges: z.array(z.object({ id: Id, kind: z.string(), title: z.string() })),
  can: Can.meta({
    description:
      'edit · change_access · deactivate · reactivate · reset_sign_in · issue_link · unlock · ' +
      'revoke_sessions · record_certificate',
  }),
})

const Staffing = z.object({
  name: Text(60),
  post: Text(60),
  institutionId: Id,
  departmentId: Id.nullable(),
  supervisorId: Id.nullable(),
  deputyId: Id.nullable(),
  languages: z.array(Text(20)).min(1).max(10),
  skills: z.array(Text(40)).max(30),
})
const Roles = z.array(Text(60)).max(20)
const one = z.object({ id: Id })

export const listStaff = route({
  id: 'listStaff',
  method: 'GET',
  path: '/api/staff',
  permission: 'identity.read',
  summary: '人员列表',
  query: PageQuery.extend({
    search: MaybeText(60).optional().meta({ description: '姓名、账号或岗位的一部分' }),
    institutionId: Id.optional(),
    role: z.string().max(60).optional(),
    which: z.enum(['active', 'inactive', 'locked', 'absent', 'all']).default('active'),
    certificates: z.enum(['missing', 'expiring']).optional().meta({ description: '证书缺少或已过期、30 天内到期' }),
  }),
  answer: page(StaffRow),
})

export const viewStaff = route({
  id: 'viewStaff',
  method: 'GET',
  path: '/api/staff/:id',
  permission: 'identity.read',
  summary: '人员',
  params: one,
  answer: StaffView,
})

export const createStaff = route({
  id: 'createStaff',
  method: 'POST',
  path: '/api/staff',
  permission: 'identity.manage',
  summary: '新增人员；角色须经另一人复核后生效',
  body: Staffing.extend({
    login: z.string().regex(/^[a-z][a-z0-9._-]{1,39}$/, '账号用小写字母、数字、点、横线，2–40 位'),
    roles: Roles,
  }),
  answer: z.object({ id: Id, changeId: Id.nullable() }),
})

export const editStaff = route({
  id: 'editStaff',
  method: 'POST',
  path: '/api/staff/:id/edit',
  permission: 'identity.manage',
  summary: '修改岗位、机构、上级、代理人、语言、技能',
  params: one,
  body: Staffing,
})

export const proposeAccess = route({
  id: 'proposeAccess',
  method: 'POST',
  path: '/api/staff/:id/access',
  permission: 'identity.manage',
  summary: '提出角色变更，由另一人复核',
  params: one,
  body: z.object({ roles: Roles, oidcSubject: Text(200).nullable() }),
  answer: z.object({ changeId: Id }),
})

export const deactivateStaff = route({
  id: 'deactivateStaff',
  method: 'POST',
  path: '/api/staff/:id/deactivate',
  permission: 'identity.manage',
  summary: '停用（立即生效并下线）',
  params: one,
  body: z.object({ reason: Text(200) }),
})

export const reactivateStaff = route({
  id: 'reactivateStaff',
  method: 'POST',
  path: '/api/staff/:id/reactivate',
  permission: 'identity.manage',
  summary: '提出重新启用，由另一人复核',
  params: one,
  body: z.object({ reason: Text(200) }),
  answer: z.object({ changeId: Id }),
})

export const resetSignIn = route({
  id: 'resetSignIn',
  method: 'POST',
  path: '/api/staff/:id/reset',
  permission: 'identity.manage',
  summary: '提出重置密码与动态口令，由另一人复核；生效后下线，凭新的链接重设',
  params: one,
  body: z.object({ reason: Text(200) }),
  answer: z.object({ changeId: Id }),
})

export const issueSetupLink = route({
  id: 'issueSetupLink',
  method: 'POST',
  path: '/api/staff/:id/link',
  permission: 'identity.manage',
  summary: '开出首次登录链接（24 小时有效，只显示一次）；只给还没有密码的人',
  params: one,
  answer: z.object({ token: z.string(), expiresAt: Instant }),
})

export const unlockStaff = route({
  id: 'unlockStaff',
  method: 'POST',
  path: '/api/staff/:id/unlock',
  permission: 'identity.manage',
  summary: '解除锁定',
  params: one,
})

export const revokeStaffSessions = route({
  id: 'revokeStaffSessions',
  method: 'POST',
  path: '/api/staff/:id/sessions/revoke',
  permission: 'identity.manage',
  summary: '强制下线（全部，或指定的一处）',
  params: one,
  body: z.object({ sessionId: Id.nullable() }),
  answer: z.object({ count: z.int() }),
})
