/** A role as the list gives it, and the words of its scope. */
import type { listRoles } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'

export type Role = Answer<typeof listRoles>['items'][number]

export const SCOPES = { tenant: '全部', institution: '本机构及下级', division: '所辖村居', own: '本人经办' } as const
