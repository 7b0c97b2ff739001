/** 投诉: mine, those nobody has, those under way, all; what breaks first stands first (CMP-04, CMP-09). */
import { exportComplaints, listComplaints } from '@anpei/contract/complaints'
import { CAUSE_GROUPS, CAUSES, complaintLifecycle } from '@anpei/domain/complaints'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useDownload, useLive } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import {
  choicesOf,
  FaultNote,
  FilterPick,
  Icon,
  keyIn,
  LeftTag,
  LinkButton,
  PagedTable,
  PageHead,
  Panel,
  saveFile,
  SearchField,
  stateChoices,
  useSearchState,
  type Column,
  type SearchState,
} from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { ComplaintTag, Marks, type Row } from './marks.tsx'
import { WHOSE, WhoseTabs, type Whose } from './WhoseTabs.tsx'
import './complaints.css'

const SIZE = 20
const heard = [listComplaints]
const MAJOR = { yes: '只看重大投诉' } as const
const SORTS = { due: '先到期的在前', newest: '新的在前' } as const
const FILTERS = ['q', 'state', 'cause', 'causeGroup', 'major', 'sort', 'claimId', 'personId'] as const
const CAUSE_CHOICES = Object.entries(CAUSES).map(([value, { zh }]) => ({ value, label: zh }))
const NONE = {
  mine: '您名下没有在办的投诉。',
  unassigned: '没有等着指派责任人的投诉。',
  open: '没有在办的投诉。',
  all: '还没有投诉。',
} as const

const columns: readonly Column<Row>[] = [
  {
    key: 'no',
    title: '投诉编号',
    render: (row) => (
      <Link to={`/complaints/${row.id}`} className="ap-num ap-strong">
        {row.complaintNo}
      </Link>
    ),
  },
  {
    key: 'name',
    title: '投诉人',
    render: (row) => (
      <span className="ap-row">
        {row.name} <Marks priority={row.priority} major={row.major} />
      </span>
    ),
  },
  { key: 'state', title: '状态', render: (row) => <ComplaintTag state={row.state} word={row.stateWord} /> },
  { key: 'cause', title: '事由', render: (row) => row.causeWord ?? '未分类' },
  { key: 'claim', title: '赔案', render: (row) => row.claimNo ?? '—', wideOnly: true },
  { key: 'channel', title: '渠道', render: (row) => row.channelWord, wideOnly: true },
  { key: 'who', title: '责任人', render: (row) => row.responsibleName ?? '未指派' },
  {
    key: 'due',
    title: '最早到期',
    render: (row) => <LeftTag of={row} />,
  },
  {
    key: 'received',
    title: '收到',
    render: (row) => <span className="ap-num">{instantText(row.receivedAt)}</span>,
    wideOnly: true,
  },
]

export default function ComplaintsPage(): ReactElement {
  const search = useSearchState()
  const { get, set, cursor } = search
  const may = useMay()
  const navigate = useNavigate()
  useLive('complaints', heard)
  const whose = keyIn(WHOSE, get('whose')) ?? (may('complaint.handle') ? 'mine' : 'open')
  const found = useCall(listComplaints, { query: queryOf(get, whose, cursor) }, { everySeconds: 60 })
  const filtered = FILTERS.some((name) => name !== 'sort' && get(name) !== undefined)
  return (
    <div className="ap-stack">
      <PageHead title="投诉" note="先到期的在前；涉及本人的投诉不会出现在这里。">
        <ExportButton query={queryOf(get, whose, undefined)} />
        <LinkButton to="/complaint-categories">类别与代码</LinkButton>
        {may('complaint.record') ? (
          <>
            <LinkButton to="/tips/new">登记举报</LinkButton>
            <Button type="primary" onClick={() => void navigate('/complaints/new')}>
              登记投诉
            </Button>
          </>
        ) : null}
      </PageHead>
      <Panel flush>
        <div className="ap-filters cm-tabs">
          <WhoseTabs
            value={whose}
            onWhose={(next) => {
              set({ whose: next })
            }}
          />
        </div>
        <Filters search={search} />
        <PagedTable<Row>
          of={found}
          search={search}
          size={SIZE}
          label="投诉列表"
          columns={columns}
          empty={filtered ? '没有符合条件的投诉。' : NONE[whose]}
          onOpen={(row) => void navigate(`/complaints/${row.id}`)}
          toneOf={(row) => (row.timeLeft?.late ? 'late' : null)}
        />
      </Panel>
    </div>
  )
}

function ExportButton({ query: { limit: _, ...query } }: { query: ReturnType<typeof queryOf> }): ReactElement {
  const download = useDownload(exportComplaints)
  return (
    <>
      <Button
        icon={<Icon name="download" />}
        loading={download.busy}
        onClick={() => {
          download.get({ query: { ...query, format: 'xlsx' } }, (file) => {
            saveFile(file, '投诉.xlsx')
          })
        }}
      >
        导出
      </Button>
      <FaultNote fault={download.fault} />
    </>
  )
}

function queryOf(get: SearchState['get'], whose: Whose, cursor: string | undefined) {
  const state = keyIn(complaintLifecycle.states, get('state'))
  const cause = keyIn(CAUSES, get('cause'))
  const causeGroup = keyIn(CAUSE_GROUPS, get('causeGroup'))
  const major = keyIn(MAJOR, get('major'))
  const [q, claimId, personId] = [get('q'), get('claimId'), get('personId')]
  return {
    limit: SIZE,
    whose,
    sort: keyIn(SORTS, get('sort')) ?? 'due',
    ...(state ? { state } : {}),
    ...(cause ? { cause } : {}),
    ...(causeGroup ? { causeGroup } : {}),
    ...(major ? { major } : {}),
    ...(q ? { q } : {}),
    ...(claimId ? { claimId } : {}),
    ...(personId ? { personId } : {}),
    ...(cursor ? { cursor } : {}),
  }
}

function Filters({ search }: { search: SearchState }): ReactElement {
  const { get, set } = search
  return (
    <div className="ap-filters">
      <SearchField search={search} name="q" label="投诉编号、电话或客户姓名" />
      <FilterPick search={search} name="state" label="状态" choices={stateChoices(complaintLifecycle)} />
      <FilterPick search={search} name="causeGroup" label="一级事由" choices={choicesOf(CAUSE_GROUPS)} />
      <FilterPick search={search} name="cause" label="二级事由" choices={CAUSE_CHOICES} />
      <FilterPick search={search} name="major" label="重大投诉" choices={choicesOf(MAJOR)} />
      <FilterPick search={search} name="sort" label="先到期的在前" choices={choicesOf(SORTS)} />
      {FILTERS.some((name) => get(name) !== undefined) ? (
        <Button
          type="link"
          onClick={() => {
            set(Object.fromEntries(FILTERS.map((name) => [name, undefined])))
          }}
        >
          清空筛选
        </Button>
      ) : null}
    </div>
  )
}
