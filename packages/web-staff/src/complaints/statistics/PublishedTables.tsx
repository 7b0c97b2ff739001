/** What is published, as everybody will see it: hidden counts are hidden here too (CMP-14). */
import type { PublishedFigures } from '@anpei/contract/complaints'
import type { ReactElement } from 'react'

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

function Table({ table: { title, head, rows, columns, counts } }: { table: Part['tables'][number] }): ReactElement {
  // A table of one column adds up downwards only.
  const width = columns.length > 1 ? columns.length + 1 : 1
  return (
    <div className="ap-table-box" role="region" aria-label={title} tabIndex={0}>
      <table className="ap-table cs-plain">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {[...columns, '合计'].slice(0, width).map((name) => (
              <th key={name} scope="col" className="ap-right">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, '合计'].map((name, at) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {(counts[at] ?? []).slice(0, width).map((count, column) => (
                <td key={column} className="ap-right ap-num" data-label={[...columns, '合计'][column]}>
                  {count ?? <span className="cs-hidden">未公布</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
