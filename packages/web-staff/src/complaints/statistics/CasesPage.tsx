/** CMP-13: the complaints behind one figure of the board. */
import { listCountedComplaints, type CountedComplaint } from '@anpei/contract/complaints'
import { COMPLAINT_SERIES, FIGURE_DIMENSIONS, FIGURES } from '@anpei/domain/complaints'
import type { ReactElement } from 'react'
import { Link, useLocation } from 'react-router'
import { useCall } from '../../client/index.ts'
import { instantText } from '../../kernel/index.ts'
import { keyIn, LinkButton, PageHead, PagedTable, Panel, useSearchState, type Column } from '../../kit/index.ts'
import { monthsOf } from './months.tsx'

const SIZE = 50
const CLOCK_OUTCOMES = { kept: '按时', keptByAgreement: '按约', broken: '超时', running: '进行中' } as const

const COLUMNS: readonly Column<CountedComplaint>[] = [
  {
    key: 'no',
    title: '投诉编号',
    render: (row) =>
      row.origin === 'lived' ? <Link to={`/complaints/${row.id}`}>{row.no}</Link> : <>{row.no}（历史）</>,
  },
  { key: 'received', title: '收到', render: (row) => <span className="ap-num">{instantText(row.receivedAt)}</span> },
  { key: 'cause', title: '事由', render: (row) => row.causeWord },
  { key: 'channel', title: '渠道', render: (row) => row.channelWord },
  { key: 'institution', title: '机构', render: (row) => row.institution },
  { key: 'state', title: '状态', render: (row) => row.stateWord },
  { key: 'outcome', title: '结果', render: (row) => row.outcomeWord },
  { key: 'days', title: '用时（天）', align: 'right', render: (row) => row.days ?? '—' },
]

export default function CasesPage(): ReactElement {
  const search = useSearchState()
  const { search: asked } = useLocation()
  const { get, cursor } = search
  const figure = keyIn(FIGURES, get('figure')) ?? 'received'
  const series = keyIn(COMPLAINT_SERIES, get('series')) ?? 'own'
  const dimension = keyIn(FIGURE_DIMENSIONS, get('dimension'))
  const clockOutcome = keyIn(CLOCK_OUTCOMES, get('clockOutcome'))
  const [value, clockId, institutionId, product] = [get('value'), get('clockId'), get('institutionId'), get('product')]
  const { from, to } = monthsOf(search)
  const query = {
    from,
    to,
    series,
    figure,
    limit: SIZE,
    ...(dimension && value !== undefined ? { dimension, value } : {}),
    ...(clockId && clockOutcome ? { clockId, clockOutcome } : {}),
    ...(institutionId ? { institutionId } : {}),
    ...(product ? { product } : {}),
    ...(cursor ? { cursor } : {}),
  }
  const found = useCall(listCountedComplaints, { query })
  const words = [
    `${from} 至 ${to} 收到`,
    COMPLAINT_SERIES[series],
    FIGURES[figure],
    ...(dimension ? [`按${FIGURE_DIMENSIONS[dimension]}`] : []),
    ...(clockId && clockOutcome ? [`${clockId} ${CLOCK_OUTCOMES[clockOutcome]}`] : []),
  ]
  return (
    <div className="ap-stack">
      <PageHead title="数字背后的投诉" note={words.join('，')}>
        <LinkButton to={`/complaint-board${asked}`}>回到投诉分析</LinkButton>
      </PageHead>
      <Panel flush>
        <PagedTable<CountedComplaint>
          label="数字背后的投诉"
          of={found}
          columns={COLUMNS}
          search={search}
          size={SIZE}
          empty="没有这样的投诉。"
        />
      </Panel>
    </div>
  )
}
