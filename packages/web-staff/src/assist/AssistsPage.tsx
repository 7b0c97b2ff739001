/** Assisted claims (协助理赔): the list, with marks where the insurer moved (ORG-01). */
import { listAssists } from '@anpei/contract/assist'
import type { Answer } from '@anpei/contract/kernel'
import { assistLifecycle } from '@anpei/domain/assist'
import { Button, Checkbox } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../client/index.ts'
import {
  FilterPick,
  Icon,
  keyIn,
  LeftTag,
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
import { AssistTag } from './AssistTag.tsx'
import { OpenAssist } from './OpenAssist.tsx'

type Row = Answer<typeof listAssists>['items'][number]

const PAGE_SIZE = 20
const T = {
  title: '协助理赔',
  create: '新登记',
  state: '状态',
  q: '单号或客户姓名',
  none: '没有符合条件的案件。',
  list: '协助理赔列表',
  news: '有新进展',
  onlyNews: '只看有新进展的',
  note: '替客户向保险公司申请理赔，交资料、看进展。',
} as const

const columns: readonly Column<Row>[] = [
  {
    key: 'no',
    title: '单号',
    render: (row) => (
      <Link to={`/assists/${row.id}`} className="ap-num ap-strong">
        {row.assistNo}
      </Link>
    ),
  },
  { key: 'client', title: '客户', render: (row) => row.clientName },
  {
    key: 'state',
    title: '状态',
    render: (row) => (
      <span className="ap-row">
        <AssistTag state={row.state} word={row.stateWord} />
        {row.news > 0 ? (
          <Tag tone="amber" icon="bell">
            {T.news}
          </Tag>
        ) : null}
      </span>
    ),
  },
  { key: 'insurer', title: '保险公司', render: (row) => row.insurerName },
  {
    key: 'insurerNo',
    title: '保险公司编号',
    render: (row) => <span className="ap-num">{row.insurerNo ?? '—'}</span>,
    wideOnly: true,
  },
  {
    key: 'due',
    title: '承诺',
    render: (row) => <LeftTag of={row} />,
  },
  { key: 'updated', title: '更新', render: (row) => <span className="ap-num">{instantText(row.updatedAt)}</span> },
]

export default function AssistsPage(): ReactElement {
  const search = useSearchState()
  const { get, cursor } = search
  const navigate = useNavigate()
  const [opening, setOpening] = useState(false)
  const state = keyIn(assistLifecycle.states, get('state'))
  const q = get('q') ?? ''
  const news = get('news') === 'true'
  const query = {
    limit: PAGE_SIZE,
    ...(state ? { state } : {}),
    ...(q ? { q } : {}),
    ...(news ? { news: 'true' } : {}),
    ...(cursor ? { cursor } : {}),
  }
  const assists = useCall(listAssists, { query }, { everySeconds: 60 })
  const waiting = assists.shown?.withNews ?? 0
  return (
    <div className="ap-stack">
      <PageHead title={T.title} note={waiting > 0 ? `${waiting} 件有新进展` : T.note}>
        <Button
          type="primary"
          icon={<Icon name="plus" />}
          onClick={() => {
            setOpening(true)
          }}
        >
          {T.create}
        </Button>
      </PageHead>
      <Panel flush>
        <Filters search={search} />
        <PagedTable<Row>
          of={assists}
          search={search}
          size={PAGE_SIZE}
          label={T.list}
          columns={columns}
          empty={T.none}
          onOpen={(row) => {
            void navigate(`/assists/${row.id}`)
          }}
          toneOf={(row) => (row.news > 0 ? 'soon' : null)}
        />
      </Panel>
      {opening ? (
        <OpenAssist
          onClose={() => {
            setOpening(false)
          }}
          onOpened={(id) => {
            void navigate(`/assists/${id}`)
          }}
        />
      ) : null}
    </div>
  )
}

function Filters({ search }: { search: SearchState }): ReactElement {
  return (
    <div className="ap-filters">
      <SearchField search={search} name="q" label={T.q} />
      <FilterPick search={search} name="state" label={T.state} choices={stateChoices(assistLifecycle)} />
      <Checkbox
        checked={search.get('news') === 'true'}
        onChange={(event) => {
          search.set({ news: event.target.checked ? 'true' : undefined })
        }}
      >
        {T.onlyNews}
      </Checkbox>
    </div>
  )
}
