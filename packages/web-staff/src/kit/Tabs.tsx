/**
 * Tabs that stay in reach on a telephone: the row of names scrolls sideways, arrow keys, Home and End walk through it.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'
import './tabs.css'

export type TabItem = { readonly key: string; readonly label: ReactNode; readonly children: ReactNode }

type Props = {
  readonly items: readonly TabItem[]
  readonly label?: string
  /** Held outside, for example in the address; otherwise the tabs remember it themselves. */
  readonly activeKey?: string
  readonly onChange?: (key: string) => void
  /** What was opened once stays mounted, so that a half-filled form is still there on the way back. */
  readonly keep?: boolean
}

export function Tabs({ items, label, activeKey, onChange, keep = false }: Props): ReactElement {
  const [own, setOwn] = useState(items[0]?.key)
  const wanted = activeKey ?? own
  const active = items.some((item) => item.key === wanted) ? wanted : items[0]?.key
  const [opened, setOpened] = useState<readonly string[]>([])
  if (active !== undefined && !opened.includes(active)) setOpened([...opened, active])
  const id = useId()
  const choose = (key: string): void => {
    setOwn(key)
    onChange?.(key)
  }
  return (
    <div>
      <TabNames id={id} label={label} items={items} active={active} choose={choose} />
      {items.map((item) => (
        <div
          key={item.key}
          id={`${id}-panel-${item.key}`}
          role="tabpanel"
          aria-labelledby={`${id}-tab-${item.key}`}
          hidden={item.key !== active}
        >
          {item.key === active || (keep && opened.includes(item.key)) ? item.children : null}
        </div>
      ))}
    </div>
  )
}

type NamesProps = {
  readonly id: string
  readonly label: string | undefined
  readonly items: readonly TabItem[]
  readonly active: string | undefined
  readonly choose: (key: string) => void
}

function TabNames({ id, label, items, active, choose }: NamesProps): ReactElement {
  const strip = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const row = strip.current
    const name = document.getElementById(`${id}-tab-${active}`)
    if (row && name) row.scrollTo({ left: name.offsetLeft - (row.clientWidth - name.offsetWidth) / 2 })
  }, [id, active])
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextTab(event.key, items, active)
    if (next === undefined) return
    event.preventDefault()
    choose(next)
    document.getElementById(`${id}-tab-${next}`)?.focus()
  }
  return (
    <div ref={strip} role="tablist" className="ap-tabs" aria-label={label} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button
          key={item.key}
          id={`${id}-tab-${item.key}`}
          type="button"
          role="tab"
          aria-selected={item.key === active}
          aria-controls={`${id}-panel-${item.key}`}
          tabIndex={item.key === active ? 0 : -1}
          onClick={() => {
            choose(item.key)
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  )
}

function nextTab(key: string, items: readonly TabItem[], active: string | undefined): string | undefined {
  const at = items.findIndex((item) => item.key === active)
  if (key === 'ArrowRight') return items[(at + 1) % items.length]?.key
  if (key === 'ArrowLeft') return items[(at - 1 + items.length) % items.length]?.key
  if (key === 'Home') return items[0]?.key
  if (key === 'End') return items.at(-1)?.key
  return undefined
}
