/** 知识库: search as people speak, browse by kind, and what waits (SRV-06). */
import { listArticles, loadShipped, searchKnowledge } from '@anpei/contract/knowledge'
import type { Answer } from '@anpei/contract/kernel'
import { ARTICLE_KINDS, articleLifecycle, AUDIENCES } from '@anpei/domain/knowledge'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import {
  Answered,
  choicesOf,
  Empty,
  FaultNote,
  Icon,
  keyIn,
  PagedTable,
  PageHead,
  Panel,
  Pick,
  SearchField,
  stateChoices,
  Tag,
  useSearchState,
  type Column,
  type SearchState,
} from '../kit/index.ts'
import { FoundList } from './FoundList.tsx'
import './knowledge.css'

type Row = Answer<typeof listArticles>['items'][number]

const PAGE_SIZE = 20
const T = {
  title: '知识库',
  note: '按老人的说法问就行，例如“住院补贴怎么领”。',
  ask: '问一句话',
  create: '写文章',
  asked: '没找到的问题',
  synonyms: '同义词',
  kind: '类别',
  state: '状态',
  only: '只看',
  none: '没有符合条件的文章。',
  list: '文章列表',
  nothing: '还没有文章。',
  load: '装入随系统提供的文章',
} as const
const ONLY = { waiting: '待复核的', due: '复审到期的', mine: '我负责的' } as const

const columns: readonly Column<Row>[] = [
  {
    key: 'title',
    title: '标题',
    render: (row) => (
      <span className="ap-row">
        <Link to={`/knowledge/${row.id}`} className="ap-strong">
          {row.title}
        </Link>
        {row.waiting ? <Tag tone="amber">待复核</Tag> : null}
      </span>
    ),
  },
  { key: 'kind', title: '类别', render: (row) => row.kindWord },
  { key: 'audience', title: '给谁看', render: (row) => AUDIENCES[row.audience], wideOnly: true },
  {
    key: 'state',
    title: '状态',
    render: (row) => <Tag tone={row.state === 'published' ? 'green' : 'grey'}>{row.stateWord}</Tag>,
  },
  { key: 'owner', title: '负责人', render: (row) => row.owner },
  {
    key: 'review',
    title: '下次复审',
    render: (row) =>
      row.reviewDue ? <Tag tone="red">{row.reviewOn} 到期</Tag> : <span className="ap-num">{row.reviewOn ?? '—'}</span>,
  },
  {
    key: 'helped',
    title: '有帮助 / 没帮助',
    align: 'right',
    render: (row) => (
      <span className="ap-num">
        {row.helped} / {row.notHelped}
      </span>
    ),
    wideOnly: true,
  },
]

export default function KnowledgePage(): ReactElement {
  const search = useSearchState()
  const may = useMay()
  const navigate = useNavigate()
  const q = search.get('q') ?? ''
  return (
    <div className="ap-stack">
      <PageHead title={T.title} note={T.note}>
        <Link to="/knowledge-asked">{T.asked}</Link>
        <Link to="/knowledge-synonyms">{T.synonyms}</Link>
        {may('knowledge.edit') ? (
          <Button
            type="primary"
            icon={<Icon name="plus" />}
            onClick={() => {
              void navigate('/knowledge/new')
            }}
          >
            {T.create}
          </Button>
        ) : null}
      </PageHead>
      <Panel flush>
        <Filters search={search} />
        {q === '' ? <Articles search={search} /> : <Found q={q} search={search} />}
      </Panel>
    </div>
  )
}

function Filters({ search }: { search: SearchState }): ReactElement {
  const { get, set } = search
  const searching = (get('q') ?? '') !== ''
  return (
    <div className="ap-filters">
      <SearchField search={search} name="q" label={T.ask} max={200} />
      <Pick
        label={T.kind}
        value={keyIn(ARTICLE_KINDS, get('kind'))}
        choices={choicesOf(ARTICLE_KINDS)}
        onChange={(kind) => {
          set({ kind })
        }}
      />
      {searching ? null : (
        <>
          <Pick
            label={T.state}
            value={keyIn(articleLifecycle.states, get('state'))}
            choices={stateChoices(articleLifecycle)}
            onChange={(state) => {
              set({ state })
            }}
          />
          <Pick
            label={T.only}
            value={keyIn(ONLY, get('only'))}
            choices={choicesOf(ONLY)}
            onChange={(only) => {
              set({ only })
            }}
          />
        </>
      )}
    </div>
  )
}

function Found({ q, search: { get } }: { q: string; search: SearchState }): ReactElement {
  const kind = keyIn(ARTICLE_KINDS, get('kind'))
  const found = useCall(searchKnowledge, { query: { q, ...(kind ? { kind } : {}) } })
  return (
    <div className="ap-know-pad">
      <Answered of={found}>{(answer) => <FoundList found={answer} />}</Answered>
    </div>
  )
}

/** A new house begins with the articles that come with the program. */
function LoadShipped(): ReactElement {
  const command = useCommand(loadShipped)
  const may = useMay()
  const load = (
    <Button
      type="primary"
      loading={command.busy}
      onClick={() => {
        void command.run({})
      }}
    >
      {T.load}
    </Button>
  )
  return (
    <>
      <FaultNote fault={command.fault} />
      <Empty act={may('knowledge.publish') ? load : null}>{T.nothing}</Empty>
    </>
  )
}

function Articles({ search: { get, cursor, trail, onTrail } }: { search: SearchState }): ReactElement {
  const navigate = useNavigate()
  const kind = keyIn(ARTICLE_KINDS, get('kind'))
  const state = keyIn(articleLifecycle.states, get('state'))
  const only = keyIn(ONLY, get('only'))
  const query = {
    limit: PAGE_SIZE,
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(only ? { only } : {}),
    ...(cursor ? { cursor } : {}),
  }
  const articles = useCall(listArticles, { query })
  return (
    <PagedTable<Row>
      of={articles}
      search={{ trail, onTrail }}
      size={PAGE_SIZE}
      label={T.list}
      columns={columns}
      empty={kind || state || only ? <Empty>{T.none}</Empty> : <LoadShipped />}
      onOpen={(row) => {
        void navigate(`/knowledge/${row.id}`)
      }}
      toneOf={(row) => (row.reviewDue ? 'soon' : null)}
    />
  )
}
