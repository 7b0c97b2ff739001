/** 投诉: mine, those nobody has, those under way, all; what breaks first stands first (CMP-04, CMP-09). */
import { exportComplaints, listComplaints } from '@anpei/contract/complaints'
import { CAUSE_GROUPS, CAUSES, complaintLifecycle } from '@anpei/domain/complaints'
import { Button, Input } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useDownload, useLive } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import {
  Answered,
  choicesOf,
  DataTable,
  Empty,
  FaultNote,
  Icon,
  keyIn,
  LinkButton,
  PageHead,
  Pager,
  Panel,
  Pick,
  saveFile,
  stateChoices,
  Tag,
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
    render: (row) =>
      row.timeLeft === null ? '—' : <Tag tone={row.timeLeft.late ? 'red' : 'plain'}>{row.timeLeft.text}</Tag>,
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
        <Answered of={found}>
          {(page) => (
            <>
              <DataTable<Row>
                label="投诉列表"
                columns={columns}
                rows={page.items}
                empty={<Empty>{filtered ? '没有符合条件的投诉。' : NONE[whose]}</Empty>}
                onOpen={(row) => void navigate(`/complaints/${row.id}`)}
                toneOf={(row) => (row.timeLeft?.late ? 'late' : null)}
              />
              <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
            </>
          )}
        </Answered>
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

function Filters({ search: { get, set } }: { search: SearchState }): ReactElement {
  const clear = Object.fromEntries(FILTERS.map((name) => [name, undefined]))
  return (
    <div className="ap-filters">
      <Input.Search
        key={get('q') ?? ''}
        allowClear
        className="cm-search"
        defaultValue={get('q') ?? ''}
        placeholder="投诉编号、电话或客户姓名"
        aria-label="投诉编号、电话或客户姓名"
        maxLength={60}
        onSearch={(text) => {
          set({ q: text.trim() || undefined })
        }}
      />
      <Pick
        label="状态"
        value={keyIn(complaintLifecycle.states, get('state'))}
        choices={stateChoices(complaintLifecycle)}
        onChange={(state) => {
          set({ state })
        }}
      />
      <Pick
        label="一级事由"
        value={keyIn(CAUSE_GROUPS, get('causeGroup'))}
        choices={choicesOf(CAUSE_GROUPS)}
        onChange={(causeGroup) => {
          set({ causeGroup })
        }}
      />
      <Pick
        label="二级事由"
        value={keyIn(CAUSES, get('cause'))}
        choices={Object.entries(CAUSES).map(([value, { zh }]) => ({ value, label: zh }))}
        onChange={(cause) => {
          set({ cause })
        }}
      />
      <Pick
        label="重大投诉"
        value={keyIn(MAJOR, get('major'))}
        choices={choicesOf(MAJOR)}
        onChange={(major) => {
          set({ major })
        }}
      />
      <Pick
        label="先到期的在前"
        value={keyIn(SORTS, get('sort'))}
        choices={choicesOf(SORTS)}
        onChange={(sort) => {
          set({ sort })
        }}
      />
      {FILTERS.some((name) => get(name) !== undefined) ? (
        <Button
          type="link"
          onClick={() => {
            set(clear)
          }}
        >
          清空筛选
        </Button>
      ) : null}
    </div>
  )
}
