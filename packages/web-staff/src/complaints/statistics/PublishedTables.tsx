/** What is published, as everybody will see it: hidden counts are hidden here too (CMP-14). */
import type { PublishedFigures } from '@anpei/contract/complaints'
import type { ReactElement } from 'react'
import { DataTable, type Column } from '../../kit/index.ts'

type Part = PublishedFigures['own']
type Props = { readonly title: string; readonly part: Part; readonly least: number }

export function PublishedPart({ title, part, least }: Props): ReactElement {
  if (part.received === null)
    return (
      <section>
        <h3>{title}</h3>
        <p>本期不足 {least} 件，不公布明细。</p>
      </section>
    )
  return (
    <section className="cs-published">
      <h3>
        {title}：{part.received} 件{part.medianDays === null ? '' : `，从收到到告知决定的中位数 ${part.medianDays} 天`}
      </h3>
      {part.ratios ? (
        <p>
          亿元保费投诉量 {rate(part.ratios.perHundredMillionYuan)}，万张保单投诉量{' '}
          {rate(part.ratios.perTenThousandPolicies)}，万人次投诉量 {rate(part.ratios.perTenThousandPersons)}
        </p>
      ) : null}
      {part.tables.map((table) => (
        <Table key={table.title} table={table} />
      ))}
    </section>
  )
}

const rate = (value: number | null): string => (value === null ? '—' : value.toFixed(2))

type Row = { readonly id: string; readonly counts: readonly (number | null)[] }

function Table({ table: { title, head, rows, columns, counts } }: { table: Part['tables'][number] }): ReactElement {
  // A table of one column adds up downwards only.
  const names = columns.length > 1 ? [...columns, '合计'] : columns
  const shown: readonly Column<Row>[] = [
    { key: 'name', title: head, render: (row) => row.id },
    ...names.map(
      (name, at): Column<Row> => ({
        key: name,
        title: name,
        align: 'right',
        render: (row) => row.counts[at] ?? <span className="ap-muted">未公布</span>,
      }),
    ),
  ]
  return (
    <div>
      <h4>{title}</h4>
      <DataTable<Row>
        label={title}
        columns={shown}
        rows={[...rows, '合计'].map((id, at) => ({ id, counts: counts[at] ?? [] }))}
      />
    </div>
  )
}
