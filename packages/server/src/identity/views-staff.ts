/** People of the staff and roles, as the screens show them (ORG-03). */
import type { listRoles as rolesRoute, listStaff as listRoute, viewStaff as viewRoute } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { certificateStanding } from '@anpei/domain/identity'
import {
  dayOfInstant,
  holds,
  isPermission,
  ok,
  permissions,
  refuse,
  type Actor,
  type Day,
  type Decision,
  type Instant,
} from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { certificateKinds } from './certificates/certificate-kinds.ts'
import { pageOf, readCursor } from './cursor.ts'
import { sessionsOf } from './sign-in/store-account.ts'
import { certificatesDemanded, certificatesOf, type CertificateRecord } from './certificates/store-certificates.ts'
import { waitingChangesOf } from './store-changes.ts'
import { villagesOf } from './store-organisation.ts'
import { allRoles } from './store-roles.ts'
import { chainOf, findStaff, searchStaff, type StaffRecord } from './store-staff.ts'

export async function listStaff(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const { rows, total } = await searchStaff(tx.db, tx.actor.tenantId, {
    search: query.search,
    institutionId: query.institutionId,
    role: query.role,
    which: query.which,
    certificates: query.certificates,
    after: readCursor(query.cursor, 2),
    limit: query.limit + 1,
    now: tx.now,
    day: dayOfInstant(tx.now),
  })
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.name, row.id],
      (row) => rowOf(row, tx.now),
      total,
    ),
  )
}

export async function viewStaff(
  tx: Tx,
  { params }: Input<typeof viewRoute>,
): Promise<Decision<Answer<typeof viewRoute>>> {
  const { db, actor } = tx
  const day = dayOfInstant(tx.now)
  const [staff, villages, sessions, chain, waitingChanges, held, demanded] = await Promise.all([
    findStaff(db, actor.tenantId, params.id, day),
    villagesOf(db, actor.tenantId, params.id),
    sessionsOf(db, actor.tenantId, params.id, tx.now),
    chainOf(db, actor.tenantId, params.id, day),
    waitingChangesOf(db, actor.tenantId, params.id),
    certificatesOf(db, actor.tenantId, params.id),
    certificatesDemanded(db, actor.tenantId, params.id),
  ])
  if (!staff) return refuse('request.not_found')
  return ok({
    ...rowOf(staff, tx.now),
    supervisor: staff.supervisor,
    deputy: staff.deputy,
    languages: staff.languages,
    skills: staff.skills,
    oidcSubject: staff.oidc_subject,
    failedCount: staff.failed_count,
    createdAt: staff.created_at,
    villages,
    sessions,
    chain,
    waitingChanges,
    held: held.map((one) => certificateView(one, day)),
    demanded: demanded.map(kindOf),
    can: actsOn(actor, staff, tx.now),
  })
}

function rowOf(row: StaffRecord, now: Instant) {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    post: row.post,
    institution: row.institution,
    department: row.department,
    roles: row.roles,
    active: row.active,
    lockedUntil: row.locked_until && row.locked_until > now ? row.locked_until : null,
    absentUntil: row.absent_until,
    hasSignedIn: row.has_password,
    certificates: row.certificates,
  }
}

function kindOf(code: string) {
  return { code, name: certificateKinds().find((kind) => kind.code === code)?.name ?? code }
}

function certificateView(one: CertificateRecord, day: Day) {
  const { id, number, issuer, issuedOn, validTo, recordedBy, recordedAt, endedAt, endedBy, endedReason } = one
  return {
    id,
    kind: kindOf(one.kind),
    number,
    issuer,
    issuedOn,
    validTo,
    standing: certificateStanding({ ...one, ended: endedAt !== null }, day),
    hasPaper: one.paperFileId !== null,
    recordedBy,
    recordedAt,
    ended: endedAt === null ? null : { at: endedAt, by: endedBy, reason: endedReason ?? '' },
  }
}

function actsOn(actor: Actor, staff: StaffRecord, now: Instant): string[] {
  if (!holds(actor, 'identity.manage')) return []
  const other = actor.id !== staff.id
  const acts: [string, boolean][] = [
    ['edit', staff.active],
    ['change_access', staff.active && other],
    ['deactivate', staff.active && other],
    ['reactivate', !staff.active && other],
    ['reset_sign_in', staff.active && other && staff.has_password],
    ['issue_link', staff.active && other && !staff.has_password],
    ['unlock', staff.locked_until !== null && staff.locked_until > now],
    ['revoke_sessions', other],
    ['record_certificate', staff.active && other],
  ]
  return acts.filter(([, may]) => may).map(([name]) => name)
}

export async function listRoles(tx: Tx): Promise<Decision<Answer<typeof rolesRoute>>> {
  const rows = await allRoles(tx.db, tx.actor.tenantId)
  return ok({
    items: rows.map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      scope: scopeOf(row.scope),
      authority: row.authority,
      holders: row.holders,
      certificates: row.certificates.map(kindOf),
      permissions: row.permissions.filter(isPermission).map((code) => ({ code, name: permissions[code] })),
      waitingChangeId: row.waiting_change_id,
    })),
  })
}

function scopeOf(text: string) {
  if (text === 'tenant' || text === 'institution' || text === 'division' || text === 'own') return text
  throw new Error(`unknown scope ${text}`)
}
