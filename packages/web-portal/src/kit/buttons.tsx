import type { ReactNode } from 'react'
import { LinkTo } from './router.tsx'
import { Picture, type PictureName } from './Picture.tsx'

type Look = 'main' | 'lead' | 'plain' | 'choice'
const LOOKS = { main: 'big main', lead: 'big main lead', plain: 'big plain', choice: 'big' } as const

type ButtonProps = {
  readonly look?: Look
  readonly onClick?: () => void
  readonly disabled?: boolean
  readonly submit?: boolean
  readonly picture?: PictureName
  readonly children: ReactNode
}

export function BigButton({
  look = 'choice',
  onClick,
  disabled = false,
  submit = false,
  picture,
  children,
}: ButtonProps) {
  return (
    <button type={submit ? 'submit' : 'button'} className={LOOKS[look]} onClick={onClick} disabled={disabled}>
      {picture && <Picture name={picture} />}
      <span>{children}</span>
    </button>
  )
}

type LinkProps = {
  readonly to: string
  readonly look?: Look
  readonly picture?: PictureName
  readonly hint?: string
  readonly children: ReactNode
}

export function BigLink({ to, look = 'choice', picture, hint, children }: LinkProps) {
  return (
    <LinkTo to={to} className={LOOKS[look]}>
      {picture && <Picture name={picture} />}
      <span>
        {children}
        {hint && <small>{hint}</small>}
      </span>
    </LinkTo>
  )
}

type ToolProps = {
  readonly onClick: () => void
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly label?: string
  readonly children: ReactNode
}

export function Tool({ onClick, pressed, disabled = false, label, children }: ToolProps) {
  return (
    <button
      type="button"
      className="tool"
      onClick={onClick}
      aria-pressed={pressed}
      disabled={disabled}
      aria-label={label}
    >
      {children}
    </button>
  )
}
