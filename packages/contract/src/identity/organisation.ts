/** Institutions, departments, villages and who serves them (ORG-02). A unit is an institution or a department. */
import { z } from 'zod'
import { Id, MaybeText, page, PageQuery, route, Text } from '../kernel/index.ts'
import { Named, VillageCode } from './words.ts'

export const InstitutionKind = z.enum(['head_office', 'branch', 'sub_branch', 'outlet'])
export const InstitutionView = z.object({
  id: Id,
  parentId: Id.nullable(),
  kind: InstitutionKind,
  kindWord: z.string(),
  code: z.string(),
  name: z.string(),
  head: Named.nullable(),
  people: z.int(),
})
export const DepartmentView = z.object({
  id: Id,
  institutionId: Id,
  parentId: Id.nullable(),
  code: z.string(),
  name: z.string(),
  people: z.int(),
})

export const viewOrganisation = route({
  id: 'viewOrganisation',
  method: 'GET',
  path: '/api/organisation',
  permission: 'identity.read',
  summary: '机构与部门',
  answer: z.object({ institutions: z.array(InstitutionView), departments: z.array(DepartmentView) }),
})

const Code = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, '代码用大写字母、数字、横线')

export const saveInstitution = route({
  id: 'saveInstitution',
  method: 'POST',
  path: '/api/organisation/institutions',
  permission: 'identity.manage',
  summary: '新增（id 为空）或修改机构',
  body: z.object({
    id: Id.nullable(),
    parentId: Id.nullable(),
    kind: InstitutionKind,
    code: Code,
    name: Text(60),
    headId: Id.nullable(),
  }),
  answer: z.object({ id: Id }),
})

export const saveDepartment = route({
  id: 'saveDepartment',
  method: 'POST',
  path: '/api/organisation/departments',
  permission: 'identity.manage',
  summary: '新增（id 为空）或修改部门',
  body: z.object({ id: Id.nullable(), institutionId: Id, parentId: Id.nullable(), code: Code, name: Text(60) }),
  answer: z.object({ id: Id }),
})

export const TownRow = z.object({
  code: z.string(),
  name: z.string(),
  villages: z.int(),
  withoutLiaison: z.int(),
  withoutDeputy: z.int(),
})
export const listTowns = route({
  id: 'listTowns',
  method: 'GET',
  path: '/api/organisation/towns',
  permission: 'identity.read',
  summary: '镇街与联络员空缺',
  answer: z.object({ items: z.array(TownRow) }),
})

export const VillageRow = z.object({
  code: z.string(),
  name: z.string(),
  townCode: z.string(),
  townName: z.string(),
  liaison: Named.nullable(),
  deputies: z.array(Named),
  handlers: z.array(Named),
})
export const listVillages = route({
  id: 'listVillages',
  method: 'GET',
  path: '/api/organisation/villages',
  permission: 'identity.read',
  summary: '村居与联络员、副联络员、经办人',
  query: PageQuery.extend({
    townCode: z.string().max(12).optional(),
    search: MaybeText(30).optional(),
    vacancy: z.enum(['any', 'liaison', 'deputy']).optional(),
  }),
  answer: page(VillageRow),
})

export const setVillagePosts = route({
  id: 'setVillagePosts',
  method: 'POST',
  path: '/api/organisation/villages/:code/posts',
  permission: 'identity.manage',
  summary: '指定一村居的联络员、副联络员、经办人',
  params: z.object({ code: VillageCode }),
  body: z.object({ liaisonId: Id.nullable(), deputyIds: z.array(Id).max(5), handlerIds: z.array(Id).max(10) }),
})
