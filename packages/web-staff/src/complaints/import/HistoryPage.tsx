/** 历史投诉: what was brought from before, to be found and counted; nobody's work (CMP-13). */
import { listHistory } from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import { CAUSES, OUTCOMES } from '@anpei/domain/complaints'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import {
  choicesOf,
  FilterPick,
  keyIn,
  LinkButton,
  PagedTable,
  PageHead,
  Panel,
  SearchField,
  useSearchState,
  type Column,
  type SearchState,
} from '../../kit/index.ts'
import { WhoseTabs } from '../WhoseTabs.tsx'
import { FaultsNamed } from './FaultsNamed.tsx'
import '../complaints.css'

type Row = Answer<typeof listHistory>['items'][number]
const SIZE = 20
const CAUSE_CHOICES = Object.entries(CAUSES).map(([value, { zh }]) => ({ value, label: zh }))
const FILTERS = ['q', 'name', 'cause', 'outcome', 'company', 'importId'] as const

const columns: readonly Column<Row>[] = [
  {
    key: 'no',
    title: '来源编号',
    render: (row) => (
      <Link to={`/complaint-history/${row.id}`} className="ap-num ap-strong">
        {row.externalNo}
      </Link>
    ),
  },
  { key: 'name', title: '投诉人', render: (row) => row.name || '未写' },
  { key: 'why', title: '事由', render: (row) => reasonsOf(row) },
  { key: 'outcome', title: '结果', render: (row) => row.outcomeWord ?? (row.outcomeWords.join('、') || '—') },
  { key: 'company', title: '被投诉机构', render: (row) => row.company || '—', wideOnly: true },
  { key: 'received', title: '收到', render: (row) => <span className="ap-num">{row.receivedOn}</span> },
  { key: 'closed', title: '办结', render: (row) => <span className="ap-num">{row.closedOn ?? '来源未写'}</span> },
  { key: 'days', title: '用时', align: 'right', render: (row) => (row.days === null ? '—' : `${row.days} 日`) },
]

function reasonsOf(row: Row): string {
  if (row.causeWords.length > 0) return row.causeWords.join('、')
  return row.reasonWords.length > 0 ? `${row.reasonWords.join('、')}（来源用词）` : '未写'
}

export default function HistoryPage(): ReactElement {
  const search = useSearchState()
  const { get, cursor } = search
  const may = useMay()
  const navigate = useNavigate()
  const cause = keyIn(CAUSES, get('cause'))
  const outcome = keyIn(OUTCOMES, get('outcome'))
  const [q, name, company, importId] = [get('q'), get('name'), get('company'), get('importId')]
  const found = useCall(listHistory, {
    query: {
      limit: SIZE,
      ...(cause ? { cause } : {}),
      ...(outcome ? { outcome } : {}),
      ...(q ? { q } : {}),
      ...(name ? { name } : {}),
      ...(company ? { company } : {}),
      ...(importId ? { importId } : {}),
      ...(cursor ? { cursor } : {}),
    },
  })
  const filtered = FILTERS.some((name) => get(name) !== undefined)
  return (
    <div className="ap-stack">
      <PageHead title="投诉" note="从其他系统导入的历史投诉：可查、可统计，不是在办事项。">
        <LinkButton to="/complaint-times">办理时限报告</LinkButton>
        {may('complaint.import') ? <LinkButton to="/complaint-imports">导入历史投诉</LinkButton> : null}
      </PageHead>
      <Panel flush>
        <div className="ap-filters cm-tabs">
          <WhoseTabs
            value="history"
            onWhose={(whose) => {
              void navigate(`/complaints?whose=${whose}`)
            }}
          />
        </div>
        <Filters search={search} filtered={filtered} />
        <PagedTable<Row>
          of={found}
          search={search}
          size={SIZE}
          label="历史投诉"
          columns={columns}
          empty={filtered ? '没有符合条件的历史投诉。' : '还没有导入过历史投诉。'}
          onOpen={(row) => void navigate(`/complaint-history/${row.id}`)}
        />
      </Panel>
      {name && may('complaint.import') ? <FaultsNamed name={name} /> : null}
    </div>
  )
}

function Filters({ search, filtered }: { search: SearchState; filtered: boolean }): ReactElement {
  return (
    <div className="ap-filters">
      <SearchField search={search} name="q" label="来源编号" max={80} />
      <SearchField search={search} name="name" label="投诉人全名" />
      <SearchField search={search} name="company" label="被投诉机构全称" max={200} />
      <FilterPick search={search} name="cause" label="事由" choices={CAUSE_CHOICES} />
      <FilterPick search={search} name="outcome" label="结果" choices={choicesOf(OUTCOMES)} />
      {filtered ? (
        <Button
          type="link"
          onClick={() => {
            search.set(Object.fromEntries(FILTERS.map((name) => [name, undefined])))
          }}
        >
          清空筛选
        </Button>
      ) : null}
    </div>
  )
}
