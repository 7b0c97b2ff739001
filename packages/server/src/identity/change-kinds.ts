/**
 * What a second person confirms in this row (ORG-05): a role, the access of a person, a return to service, a reset of
 * password and second factor. Each is checked again when it is confirmed, because the world may have moved on.
 */
import { dayOfInstant, isPermission, ok, permissions, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { certificateKinds } from './certificates/certificate-kinds.ts'
import { roleChange, roleValuesOf } from './role-values.ts'
import { endSessions, setCredentials } from './sign-in/store-account.ts'
import { findRole, saveRole } from './store-roles.ts'
import { isSubjectTaken, lockStaff, setAccess, setActive, wrongChoice } from './store-staff.ts'
import type { ChangeKind, ChangeKinds, ConfirmedChange } from './propose-change.ts'

const SCOPES: Readonly<Record<string, string>> = {
  tenant: '全部',
  institution: '本机构及下级',
  division: '本人所辖村居',
  own: '本人经办',
}

export const identityChangeKinds: ChangeKinds = new Map<string, ChangeKind>([
  [
    'role.save',
    {
      zh: '角色',
      check: 'identity.check',
      apply: applyRole,
      labels: {
        code: '代码',
        name: '名称',
        permissions: '权限',
        scope: '范围',
        authority: '授权额度（分）',
        certificates: '要求的证书',
      },
      word: (field, value) => {
        if (field === 'certificates') return certificateKinds().find(({ code }) => code === value)?.name
        if (field === 'scope') return typeof value === 'string' ? SCOPES[value] : undefined
        return field === 'permissions' && typeof value === 'string' && isPermission(value)
          ? permissions[value]
          : undefined
      },
    },
  ],
  [
    'staff.access',
    {
      zh: '人员角色',
      check: 'identity.check',
      apply: applyAccess,
      labels: { roles: '角色', oidcSubject: '统一登录账号' },
    },
  ],
  [
    'staff.reactivate',
    { zh: '重新启用', check: 'identity.check', apply: applyReactivation, labels: { active: '在用', reason: '原因' } },
  ],
  [
    'staff.sign_in_reset',
    {
      zh: '重置登录',
      check: 'identity.check',
      apply: applyReset,
      labels: { signIn: '密码与动态口令', reason: '原因' },
    },
  ],
])

async function applyRole(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const role = roleValuesOf(change.after)
  const now = await findRole(tx.db, tx.actor.tenantId, role.code)
  const before = roleChange(change.before['code'] ? roleValuesOf(change.before) : undefined)
  if (JSON.stringify(roleChange(now)) !== JSON.stringify(before)) return refuse('request.stale')
  await saveRole(tx.db, tx.actor.tenantId, role)
  tx.record({ name: 'role.changed', subject: { kind: 'role', id: change.subjectId }, facts: { code: role.code } })
  return ok(null)
}

async function applyAccess(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const { db, actor } = tx
  const staff = await lockStaff(db, actor.tenantId, change.subjectId, dayOfInstant(tx.now))
  if (!staff?.active) return refuse('identity.inactive')
  const before = accessOf(change.before)
  const after = accessOf(change.after)
  const codes = staff.roles.map((role) => role.code).sort()
  if (codes.join() !== [...before.roles].sort().join() || staff.oidc_subject !== before.oidcSubject)
    return refuse('request.stale')
  const wrong = await wrongChoice(db, actor.tenantId, { roles: after.roles })
  if (wrong) return refuse('identity.unknown_choice', { what: wrong })
  if (after.oidcSubject && (await isSubjectTaken(db, actor.tenantId, after.oidcSubject, staff.id))) {
    return refuse('identity.name_taken', { name: after.oidcSubject })
  }
  await setAccess(db, actor.tenantId, staff.id, after.roles, after.oidcSubject)
  tx.record({
    name: 'staff.access_changed',
    subject: { kind: 'staff_user', id: staff.id },
    facts: { before: codes, after: after.roles },
  })
  return ok(null)
}

function accessOf(values: Readonly<Record<string, unknown>>): { roles: string[]; oidcSubject: string | null } {
  const { roles, oidcSubject } = values
  return {
    roles: Array.isArray(roles) ? roles.map(String) : [],
    oidcSubject: typeof oidcSubject === 'string' ? oidcSubject : null,
  }
}

async function applyReactivation(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  await setActive(tx.db, tx.actor.tenantId, change.subjectId, true)
  tx.record({ name: 'staff.reactivated', subject: { kind: 'staff_user', id: change.subjectId } })
  return ok(null)
}

async function applyReset(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const { db, actor } = tx
  await setCredentials(db, actor.tenantId, change.subjectId, { passwordHash: null, secondFactorSealed: null })
  const sessions = await endSessions(db, actor.tenantId, change.subjectId, tx.now, {})
  tx.record({ name: 'staff.sign_in_reset', subject: { kind: 'staff_user', id: change.subjectId }, facts: { sessions } })
  return ok(null)
}
