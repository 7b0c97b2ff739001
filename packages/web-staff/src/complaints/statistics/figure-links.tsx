/** A figure that opens the complaints it counts. */
import type { Figure, FigureDimension } from '@anpei/domain/complaints'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { countText } from '../../kernel/index.ts'

export type Carried = Readonly<Record<string, string | undefined>>
type Asked = {
  readonly figure?: Figure
  readonly dimension?: FigureDimension
  readonly value?: string
  readonly clockId?: string
  readonly clockOutcome?: string
}

function casesAddress(carried: Carried, asked: Asked): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...carried, ...asked })) if (value !== undefined) search.set(name, value)
  return `/complaint-board/cases?${search}`
}

type Props = { readonly count: number; readonly label: string; readonly carried: Carried; readonly asked: Asked }

export function FigureLink({ count, label, carried, asked }: Props): ReactElement {
  if (count === 0) return <span className="ap-muted">0</span>
  return (
    <Link to={casesAddress(carried, asked)} className="ap-num" aria-label={`${label} ${count} 件，看每一件`}>
      {countText(count, false)}
    </Link>
  )
}

/** Basis points as a percentage; nothing to divide by is a dash. */
export function percentText(bps: number | null): string {
  return bps === null ? '—' : `${(bps / 100).toFixed(1)}%`
}
