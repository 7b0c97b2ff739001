/** Keyset paging: next, and back through the cursors already seen. */
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { countText } from '../kernel/index.ts'
import { Icon } from './Icon.tsx'

type Props = {
  page: {
    readonly items: readonly unknown[]
    readonly nextCursor: string | null
    readonly total: number | null
    readonly totalMore: boolean
  }
  trail: readonly string[]
  onTrail: (trail: readonly string[]) => void
  size: number
}

export function Pager({ page, trail, onTrail, size }: Props): ReactElement | null {
  const first = trail.length * size + (page.items.length ? 1 : 0)
  const last = trail.length * size + page.items.length
  const next = page.nextCursor
  if (last === 0) return null
  return (
    <nav className="ap-pager" aria-label="翻页">
      <span>
        第 {first}–{last} 条{page.total === null ? '' : `，共 ${countText(page.total, page.totalMore)} 条`}
      </span>
      <Button
        size="small"
        disabled={trail.length === 0}
        icon={<Icon name="left" size={14} />}
        onClick={() => {
          onTrail(trail.slice(0, -1))
        }}
      >
        上一页
      </Button>
      <Button
        size="small"
        disabled={next === null}
        icon={<Icon name="right" size={14} />}
        iconPlacement="end"
        onClick={() => {
          if (next !== null) onTrail([...trail, next])
        }}
      >
        下一页
      </Button>
    </nav>
  )
}
