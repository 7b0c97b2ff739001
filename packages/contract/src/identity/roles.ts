/** Roles as data (ORG-03): permissions, scope, authority limits. A role changes only by two people. */
import { z } from 'zod'
import { FenAmount, Id, route, Text } from '../kernel/index.ts'
import { CertificateKind } from './certificates.ts'
import { PermissionName, RoleScope } from './words.ts'

/** Benefit code or `*` → highest amount in fen a holder may approve. */
const Authority = z.record(z.string().regex(/^(\*|[a-z_]+)$/), FenAmount.min(0))

export const RoleView = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  permissions: z.array(z.object({ code: z.string(), name: z.string() })),
  scope: RoleScope,
  authority: Authority,
  certificates: z.array(CertificateKind).meta({ description: '持有人须有的证书；缺一种，角色就停用' }),
  holders: z.int(),
  waitingChangeId: Id.nullable(),
})

export const listRoles = route({
  id: 'listRoles',
  method: 'GET',
  path: '/api/roles',
  permission: 'identity.read',
  summary: '角色',
  answer: z.object({ items: z.array(RoleView) }),
})

export const proposeRole = route({
  id: 'proposeRole',
  method: 'POST',
  path: '/api/roles',
  permission: 'identity.manage',
  summary: '提出新增或修改角色，由另一人复核',
  body: z.object({
    code: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, '代码用小写字母、数字、下划线'),
    name: Text(60),
    permissions: z.array(PermissionName).min(1).max(100),
    scope: RoleScope,
    authority: Authority,
    certificates: z.array(Text(60)).max(10).optional().meta({ description: '要求的证书；不写则不变' }),
  }),
  answer: z.object({ changeId: Id }),
})
