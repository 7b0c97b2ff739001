/** What cuts a list besides its search: on a phone behind one button, so that the list begins on the first screen. */
import { Button } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'

/** `set`: how many of them are set. */
export function FoldedFilters({ set, children }: { set: number; children: ReactNode }): ReactElement {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        className="ap-fold-button"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open)
        }}
      >
        {set === 0 ? '筛选' : `筛选（${set}）`}
      </Button>
      <div className="ap-fold" data-open={open || undefined}>
        {children}
      </div>
    </>
  )
}
