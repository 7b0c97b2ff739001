/** Short ways through the staff for the tests of this row: who is who, and four eyes in one step. */
import { confirmChange, createStaff, listStaff, viewOrganisation } from '@anpei/contract/identity'
import { demandCertificates, type Caller, type World } from '../testing/index.ts'

export type Office = {
  readonly admin: Caller
  readonly security: Caller
  idOf(login: string): Promise<string>
  institution(code: string): Promise<string>
  department(code: string): Promise<string>
  /** Takes somebody in, roles confirmed by the second person; no password yet. */
  hire(login: string, roles?: readonly string[]): Promise<string>
  /** Proposes that a role demands certificates; the change. */
  demand(role: string, certificates: string[]): Promise<string>
}

export async function openOffice(world: World): Promise<Office> {
  const [admin, security] = await Promise.all([world.as('admin'), world.as('security')])
  const office: Office = {
    admin,
    security,
    async idOf(login) {
      const found = await admin(listStaff, { query: { search: login, which: 'all' } })
      const id = found.items.find((item) => item.login === login)?.id
      if (!id) throw new Error(`nobody is called ${login}`)
      return id
    },
    async institution(code) {
      const id = (await admin(viewOrganisation, {})).institutions.find((item) => item.code === code)?.id
      if (!id) throw new Error(`no institution ${code}`)
      return id
    },
    async department(code) {
      const id = (await admin(viewOrganisation, {})).departments.find((item) => item.code === code)?.id
      if (!id) throw new Error(`no department ${code}`)
      return id
    },
    async hire(login, roles = ['assessor']) {
      const made = await admin(createStaff, {
        body: { ...staffing(await office.institution('CN')), login, roles: [...roles] },
      })
      if (made.changeId) await security(confirmChange, { params: { id: made.changeId } })
      return made.id
    },
    demand: (code, certificates) => demandCertificates(world, code, certificates),
  }
  return office
}

export function staffing(institutionId: string) {
  return {
    name: '新同事',
    post: '理赔专员',
    institutionId,
    departmentId: null,
    supervisorId: null,
    deputyId: null,
    languages: ['zh'],
    skills: [],
  }
}
