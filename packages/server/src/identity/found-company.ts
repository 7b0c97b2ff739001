/**
 * ORG-01, ORG-04: a company begins: its number, its head office, the roles, and the first two people with a one-time
 * link each. Two, because one who takes people in needs a second who confirms their roles (ORG-05).
 */
import { ok, refuse, systemActor, type Decision } from '@anpei/domain/kernel'
import { asOwner } from '../db/index.ts'
import { systemWrite, type App, type Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { laySetupLink, type SetupLink } from './sign-in/lay-setup-link.ts'
import { deleteCompany, insertCompany, type CompanyKind } from './store-companies.ts'
import { findCredentials } from './sign-in/store-account.ts'
import { saveInstitutionRow } from './store-organisation.ts'
import { seedRoles } from './store-seed.ts'
import { insertStaff, setAccess } from './store-staff.ts'
import { findStaffByLogin } from './store.ts'

type Founder = { readonly login: string; readonly name: string }
export type NewCompany = {
  readonly kind: CompanyKind
  readonly name: string
  readonly shortName: string
  /** Takes people in and keeps the organisation. */
  readonly admin: Founder
  /** Confirms what the first proposes. */
  readonly security: Founder
}
export type FirstLink = Founder & SetupLink
export type Founded = { readonly tenantId: number; readonly links: readonly FirstLink[] }

type House = { readonly app: App; readonly url: string }

/** `alongside`: what else the company begins with, in the same transaction. */
export async function foundCompany(
  { app, url }: House,
  company: NewCompany,
  alongside: (tx: Tx) => Promise<void>,
): Promise<Decision<Founded>> {
  for (const { login } of [company.admin, company.security]) {
    if (await findStaffByLogin(app.pool.raw, login)) return refuse('identity.login_taken', { login })
  }
  const tenantId = await asOwner(url, (db) => insertCompany(db, company))
  if (tenantId === null) return refuse('identity.name_taken', { name: company.name })
  try {
    const links = await systemWrite(app, systemActor(tenantId, 'found'), async (tx) => {
      const made = await layGround(tx, company)
      await alongside(tx)
      return made
    })
    return ok({ tenantId, links })
  } catch (error) {
    // The row of the company is the owner's to write and stands already; all else was rolled back.
    await asOwner(url, (db) => deleteCompany(db, tenantId))
    throw error
  }
}

/** A first link that was lost or has run out is replaced; not where a password is set. */
export async function renewFirstLink(app: App, login: string): Promise<Decision<FirstLink>> {
  const staff = await findStaffByLogin(app.pool.raw, login)
  if (!staff) return refuse('request.not_found')
  return systemWrite(app, systemActor(staff.tenant_id, 'found'), async (tx): Promise<Decision<FirstLink>> => {
    const link = await laySetupLink(tx, staff)
    return link.ok ? ok({ login, name: staff.name, ...link.value }) : link
  })
}

async function layGround(tx: Tx, company: NewCompany): Promise<FirstLink[]> {
  const { tenantId } = tx.actor
  const institutionId = newId()
  const office = { id: institutionId, parentId: null, kind: 'head_office', code: 'HO', name: '总公司', headId: null }
  await saveInstitutionRow(tx.db, tenantId, office)
  await seedRoles(tx.db, tenantId)
  tx.record({ name: 'company.founded', subject: { kind: 'institution', id: institutionId } })
  return [
    await welcome(tx, institutionId, company.admin, '系统管理员', 'admin'),
    await welcome(tx, institutionId, company.security, '安全管理员', 'security_admin'),
  ]
}

async function welcome(
  tx: Tx,
  institutionId: string,
  { login, name }: Founder,
  post: string,
  role: string,
): Promise<FirstLink> {
  const { tenantId } = tx.actor
  const id = newId()
  const place = { institutionId, departmentId: null, supervisorId: null, deputyId: null }
  const staffing = { ...place, name, post, languages: ['zh'], skills: [] }
  const isNew = await insertStaff(tx.db, tenantId, tx.now, { ...staffing, id, login, salt: tx.vault.newSalt() })
  if (!isNew) throw new Error(`the account ${login} was taken meanwhile`)
  await setAccess(tx.db, tenantId, id, [role], null)
  tx.record({ name: 'staff.created', subject: { kind: 'staff_user', id }, facts: { institutionId, role: post } })
  const staff = await findCredentials(tx.db, tenantId, id)
  const link = staff && (await laySetupLink(tx, staff))
  if (!link?.ok) throw new Error(`no first link for ${login}`)
  return { login, name, ...link.value }
}
