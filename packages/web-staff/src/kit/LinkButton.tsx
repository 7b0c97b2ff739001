/** A link that looks like a button: opens in place, or in a new tab when asked for by key or middle click. */
import { Button } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { Icon, type IconName } from './Icon.tsx'

type Props = { to: string; icon?: IconName; primary?: boolean; children: ReactNode }

export function LinkButton({ to, icon, primary = false, children }: Props): ReactElement {
  const navigate = useNavigate()
  return (
    <Button
      href={to}
      type={primary ? 'primary' : 'default'}
      {...(icon ? { icon: <Icon name={icon} /> } : {})}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        void navigate(to)
      }}
    >
      {children}
    </Button>
  )
}
