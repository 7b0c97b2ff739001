/** Told at the top of every page: a role of one's own that sleeps for want of a certificate (ORG-06). */
import type { Me } from '@anpei/contract/identity'
import { Alert } from 'antd'
import type { ReactElement } from 'react'
import './identity.css'

export function SleepingRoles({ roles }: { roles: Me['sleeping'] }): ReactElement | null {
  if (roles.length === 0) return null
  const told = roles.map(({ role, certificates }) => `“${role}”要求的${certificates}`).join('；')
  return (
    <Alert
      className="id-sleeping"
      type="warning"
      showIcon
      banner
      title={`${told}未取得或已过期，有关工作暂停。请把证书交管理员登记，登记后即可恢复。`}
    />
  )
}
