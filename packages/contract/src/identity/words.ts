/** Words several routes of this row share. */
import { permissions } from '@anpei/domain/kernel'
import { z } from 'zod'
import { Id, keysOf } from '../kernel/index.ts'

export const Named = z.object({ id: Id, name: z.string() })
export const PermissionName = keysOf(permissions)
export const RoleScope = z
  .enum(['tenant', 'institution', 'division', 'own'])
  .meta({ description: '范围：全部、本机构及下级、本人所辖村居、本人经办' })
export const VillageCode = z.string().regex(/^\d{12}$/, '村居代码为12位数字')
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写作 YYYY-MM')
