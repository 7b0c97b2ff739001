/** Links between the pages of organisation and access; each to those who may open it. */
import type { Permission } from '@anpei/domain/kernel'
import type { ReactElement } from 'react'
import { NavLink } from 'react-router'
import { useMay } from './session.ts'

const LINKS: readonly { readonly to: string; readonly title: string; readonly permission: Permission }[] = [
  { to: '/staff', title: '人员', permission: 'identity.read' },
  { to: '/roles', title: '角色与权限', permission: 'identity.read' },
  { to: '/changes', title: '待复核变更', permission: 'session' },
  { to: '/absences', title: '请假与代理', permission: 'identity.read' },
  { to: '/organisation', title: '机构与村居', permission: 'identity.read' },
  { to: '/programs', title: '接口与推送', permission: 'api_key.manage' },
  { to: '/my-account', title: '我的账号', permission: 'session' },
]

export function SystemLinks(): ReactElement {
  const may = useMay()
  return (
    <nav className="id-links" aria-label="人员与权限">
      {LINKS.filter(({ permission }) => permission === 'session' || may(permission)).map(({ to, title }) => (
        <NavLink key={to} to={to} end>
          {title}
        </NavLink>
      ))}
    </nav>
  )
}
