/** Home visits, on-site service and video help: the list (SRV-09). */
import { listVisits, type VisitItem } from '@anpei/contract/visits'
import { VISIT_KINDS, VISIT_PURPOSES, visitLifecycle } from '@anpei/domain/visits'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../client/index.ts'
import {
  choicesOf,
  FilterPick,
  Icon,
  keyIn,
  LeftTag,
  LinkButton,
  PagedTable,
  PageHead,
  Panel,
  SearchField,
  stateChoices,
  Tag,
  useSearchState,
  type Column,
  type SearchState,
} from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { NewVisit } from './NewVisit.tsx'
import { VisitTag } from './VisitTag.tsx'
import './visits.css'

const PAGE_SIZE = 20
const T = {
  title: '上门服务',
  note: '60 岁以上和行动不便的客户可以请我们上门；事故后派人到现场；也可以视频办理。',
  create: '登记需求',
  calendar: '人员日历',
  route: '我的路线',
  people: '上门人员',
  state: '状态',
  kind: '方式',
  no: '单号',
  away: '人员是否在岗',
  beside: '记录是否待选定',
  sort: '先到期的在前',
  list: '上门服务列表',
  none: '没有符合条件的上门服务。',
} as const

const AWAY = choicesOf({ yes: '当天不在岗，要改派' })
const BESIDE = choicesOf({ yes: '有两份记录，要选定' })
const SORTS = { due: '先到期的在前', newest: '新的在前' } as const

const columns: readonly Column<VisitItem>[] = [
  {
    key: 'no',
    title: '单号',
    render: (row) => (
      <Link to={`/visits/${row.id}`} className="ap-num ap-strong">
        {row.visitNo}
      </Link>
    ),
  },
  { key: 'name', title: '客户', render: (row) => row.name || '—' },
  { key: 'kind', title: '方式', render: (row) => VISIT_KINDS[row.kind] },
  { key: 'purpose', title: '事项', render: (row) => VISIT_PURPOSES[row.purpose], wideOnly: true },
  { key: 'state', title: '状态', render: (row) => <VisitTag state={row.state} word={row.stateWord} /> },
  { key: 'village', title: '村居', render: (row) => row.villageName ?? '—', wideOnly: true },
  { key: 'when', title: '时间', render: (row) => row.when ?? '—' },
  { key: 'visitor', title: '人员', render: (row) => <VisitorName of={row} /> },
  {
    key: 'due',
    title: '承诺',
    render: (row) => <LeftTag of={row} />,
  },
  {
    key: 'asked',
    title: '提出',
    render: (row) => <span className="ap-num">{instantText(row.requestedAt)}</span>,
    wideOnly: true,
  },
]

export default function VisitsPage(): ReactElement {
  const search = useSearchState()
  const { get, cursor } = search
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const state = keyIn(visitLifecycle.states, get('state'))
  const kind = keyIn(VISIT_KINDS, get('kind'))
  const visitNo = get('no')
  const sort = keyIn(SORTS, get('sort'))
  const query = {
    limit: PAGE_SIZE,
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(visitNo ? { visitNo } : {}),
    ...(sort ? { sort } : {}),
    ...(get('away') ? { away: 'yes' as const } : {}),
    ...(get('beside') ? { beside: 'yes' as const } : {}),
    ...(cursor ? { cursor } : {}),
  }
  const visits = useCall(listVisits, { query }, { everySeconds: 60 })
  const open = (id: string): void => {
    void navigate(`/visits/${id}`)
  }
  return (
    <div className="ap-stack">
      <Head
        onAsk={() => {
          setAsking(true)
        }}
      />
      <Panel flush>
        <Filters search={search} />
        <PagedTable<VisitItem>
          of={visits}
          search={search}
          size={PAGE_SIZE}
          label={T.list}
          columns={columns}
          empty={T.none}
          onOpen={(row) => {
            open(row.id)
          }}
          toneOf={(row) => (row.timeLeft?.late ? 'late' : null)}
        />
      </Panel>
      {asking ? (
        <NewVisit
          onClose={() => {
            setAsking(false)
          }}
          onMade={open}
        />
      ) : null}
    </div>
  )
}

function VisitorName({ of: { visitorName, visitorAway } }: { of: VisitItem }): ReactElement {
  return (
    <>
      {visitorName ?? '—'} {visitorAway ? <Tag tone="red">不在岗</Tag> : null}
    </>
  )
}

function Filters({ search }: { search: SearchState }): ReactElement {
  return (
    <div className="ap-filters">
      <SearchField search={search} name="no" label={T.no} />
      <FilterPick search={search} name="state" label={T.state} choices={stateChoices(visitLifecycle)} />
      <FilterPick search={search} name="kind" label={T.kind} choices={choicesOf(VISIT_KINDS)} />
      <FilterPick search={search} name="away" label={T.away} choices={AWAY} />
      <FilterPick search={search} name="beside" label={T.beside} choices={BESIDE} />
      <FilterPick search={search} name="sort" label={T.sort} choices={choicesOf(SORTS)} />
    </div>
  )
}

function Head({ onAsk }: { onAsk: () => void }): ReactElement {
  return (
    <PageHead title={T.title} note={T.note}>
      <LinkButton to="/visit-route">{T.route}</LinkButton>
      <LinkButton to="/visitor-calendar">{T.calendar}</LinkButton>
      <LinkButton to="/visitors">{T.people}</LinkButton>
      <Button type="primary" icon={<Icon name="plus" />} onClick={onAsk}>
        {T.create}
      </Button>
    </PageHead>
  )
}
