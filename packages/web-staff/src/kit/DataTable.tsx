/**
 * A dense table in its own scroll box; below 720 px each row becomes a card. Rows open by click, by the link in their
 * first cell, and by j / k / Enter.
 */
import { useState, type MouseEvent, type ReactElement, type ReactNode } from 'react'
import { useHotkeys } from './hotkeys.ts'

export type Column<T> = {
  readonly key: string
  readonly title: string
  readonly align?: 'right' | 'center'
  readonly render: (row: T) => ReactNode
  /** Left out of cards on small screens. */
  readonly wideOnly?: boolean
}

type Props<T> = {
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly onOpen?: (row: T) => void
  /** Told which row the keys chose, for further keys of the page. */
  readonly onChosen?: (row: T) => void
  readonly empty?: ReactNode
  readonly toneOf?: (row: T) => 'late' | 'soon' | null
}

export function DataTable<T extends { readonly id: string }>(props: Props<T>): ReactElement {
  const { label, columns, rows, onOpen, empty, toneOf } = props
  const chosen = useChosenRow(rows, onOpen, props.onChosen)
  if (rows.length === 0) return <>{empty ?? null}</>
  return (
    <div className="ap-table-box" role="region" aria-label={label} tabIndex={-1}>
      <table className="ap-table">
        <thead>
          <tr>
            {columns.map((one) => (
              <th key={one.key} className={alignClass(one)} scope="col">
                {one.title === '' ? <span className="ap-sr">操作</span> : one.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={row.id}
              ref={index === chosen ? scrollTo : null}
              data-tone={toneOf?.(row) ?? undefined}
              data-chosen={index === chosen || undefined}
              data-opens={onOpen ? true : undefined}
              onClick={
                onOpen
                  ? (event) => {
                      openUnlessControl(event, () => onOpen(row))
                    }
                  : undefined
              }
            >
              {columns.map((one) => (
                <td
                  key={one.key}
                  data-label={one.title}
                  className={`${alignClass(one)}${one.wideOnly ? ' ap-wide' : ''}`}
                >
                  <div className="ap-cell">{one.render(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function alignClass(column: { readonly align?: 'right' | 'center' }): string {
  return column.align ? `ap-${column.align}` : ''
}

/** The row chosen by keys; another page of rows begins without one. */
function useChosenRow<T>(
  rows: readonly T[],
  onOpen: ((row: T) => void) | undefined,
  onChosen: ((row: T) => void) | undefined,
): number {
  const [choice, setChoice] = useState({ rows, at: -1 })
  const chosen = choice.rows === rows ? choice.at : -1
  const choose = (at: number): void => {
    const row = rows[at]
    if (row === undefined) return
    setChoice({ rows, at })
    onChosen?.(row)
  }
  useHotkeys(
    onOpen
      ? {
          j: () => {
            choose(Math.min(chosen + 1, rows.length - 1))
          },
          k: () => {
            choose(Math.max(chosen - 1, 0))
          },
          Enter: () => {
            const row = rows[chosen]
            if (row !== undefined) onOpen(row)
          },
        }
      : {},
  )
  return chosen
}

function scrollTo(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: 'nearest' })
}

function openUnlessControl(event: MouseEvent, open: () => void): void {
  const control = event.target instanceof Element && event.target.closest('a, button, input, label, .ant-select')
  if (!control && window.getSelection()?.toString() === '') open()
}
