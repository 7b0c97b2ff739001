/** How long complaints took, and which of their time limits were kept, by month of receipt (CMP-13). */
import type { ComplaintFigures } from '@anpei/contract/complaints'
import type { ReactElement } from 'react'
import { DataTable, Empty, keyIn, Panel, type Column } from '../../kit/index.ts'
import { FigureLink, percentText, type Carried } from './figure-links.tsx'

type Props = { readonly board: ComplaintFigures; readonly carried: Carried }
type Clock = ComplaintFigures['clocks'][number] & { readonly id: string }
type Month = ComplaintFigures['months'][number] & { readonly id: string }

const KINDS = { statutory: '法定', promise: '承诺', thirdParty: '监管' } as const
const OUTCOMES = { kept: '按时', keptByAgreement: '按约', broken: '超时', running: '进行中' } as const

export function Times({ board, carried }: Props): ReactElement {
  const { days, clocks, months } = board
  return (
    <>
      <Panel title="时限" flush>
        <DataTable<Clock>
          label="各项时限"
          columns={clockColumns(carried)}
          rows={clocks.map((one) => ({ ...one, id: one.clockId }))}
          empty={<Empty>没有计时。</Empty>}
        />
        {board.series === 'imported' ? (
          <p className="ap-muted cs-note">历史件没有计时记录：按收到与办结的日期，以一般件十五日推算。</p>
        ) : null}
      </Panel>
      <Panel title="办理用时" flush>
        <p className="cs-note">
          从收到到告知处理决定（自然日）：{days.closed} 件，中位数 {daysText(days.median)}，八成在 {daysText(days.p80)}
          内， 九成在 {daysText(days.p90)}内，最长 {daysText(days.longest)}。
        </p>
        <DataTable<Month>
          label="各月"
          columns={monthColumns(carried)}
          rows={months.map((one) => ({ ...one, id: one.month }))}
          empty={<Empty>没有数字。</Empty>}
        />
      </Panel>
    </>
  )
}

function daysText(days: number | null): string {
  return days === null ? '—' : `${days} 天`
}

function clockColumns(carried: Carried): readonly Column<Clock>[] {
  const outcome = (name: keyof typeof OUTCOMES): Column<Clock> => ({
    key: name,
    title: OUTCOMES[name],
    align: 'right',
    render: (row) => (
      <FigureLink
        count={row[name]}
        label={`${row.name} ${OUTCOMES[name]}`}
        carried={carried}
        asked={{ clockId: row.clockId, clockOutcome: name }}
      />
    ),
  })
  return [
    {
      key: 'name',
      title: '时限',
      render: (row) => {
        const kind = keyIn(KINDS, row.kind)
        return (
          <>
            {row.name} <small className="ap-muted">{`${row.clockId} ${kind ? KINDS[kind] : ''}`}</small>
          </>
        )
      },
    },
    { key: 'rate', title: '按时率', align: 'right', render: (row) => percentText(row.keptBps) },
    outcome('kept'),
    outcome('keptByAgreement'),
    outcome('broken'),
    outcome('running'),
  ]
}

function monthColumns(carried: Carried): readonly Column<Month>[] {
  return [
    { key: 'month', title: '收到月份', render: (row) => <span className="ap-num">{row.month}</span> },
    {
      key: 'received',
      title: '收到',
      align: 'right',
      render: (row) => (
        <FigureLink
          count={row.figures.received}
          label={`${row.month} 收到`}
          carried={carried}
          asked={{ dimension: 'month', value: row.month }}
        />
      ),
    },
    {
      key: 'overdue',
      title: '超法定时限',
      align: 'right',
      render: (row) => (
        <FigureLink
          count={row.figures.overdue}
          label={`${row.month} 超法定时限`}
          carried={carried}
          asked={{ figure: 'overdue', dimension: 'month', value: row.month }}
        />
      ),
    },
    { key: 'closed', title: '已告知', align: 'right', render: (row) => row.days.closed },
    { key: 'median', title: '中位数', align: 'right', render: (row) => daysText(row.days.median) },
    { key: 'p90', title: '九成', align: 'right', render: (row) => daysText(row.days.p90) },
  ]
}
