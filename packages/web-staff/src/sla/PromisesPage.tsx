/** 时限规则: every promise and limit of law with its source; what waits for a second person (CLK-01). */
import { listDefinitionChanges, listDefinitions, type DefinitionRow } from '@anpei/contract/sla'
import { CASE_KINDS } from '@anpei/domain/sla'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useLive } from '../client/index.ts'
import {
  Answered,
  choicesOf,
  DataTable,
  Empty,
  keyIn,
  PageHead,
  Panel,
  Pick,
  SearchField,
  Tag,
  type Column,
} from '../kit/index.ts'
import { useSearchState, type SearchState } from '../kit/index.ts'
import { PromiseVersions } from './PromiseVersions.tsx'
import './sla.css'

const KINDS = { statutory: '法定', promise: '承诺', internal: '内部与其他' } as const
const RUNNING = { running: '在计时', heldBack: '不计时' } as const
const heard = [listDefinitions, listDefinitionChanges]

export default function PromisesPage(): ReactElement {
  useLive('definitions', heard)
  const search = useSearchState()
  const navigate = useNavigate()
  const query = {
    q: search.get('q') ?? '',
    kind: keyIn(KINDS, search.get('kind')),
    running: keyIn(RUNNING, search.get('running')),
    caseKind: keyIn(CASE_KINDS, search.get('case')),
  }
  const found = useCall(listDefinitions, { query })
  const changes = useCall(listDefinitionChanges, { query: {} }, { everySeconds: 30 })
  return (
    <>
      <PageHead
        title="时限规则"
        note="每项承诺和法定时限：依据什么、从何时起、到何时止、提醒谁。改动先看影响，由第二人复核。"
      />
      <div className="ap-stack">
        {changes.shown && changes.shown.items.length > 0 ? (
          <Panel title={`待复核（${changes.shown.items.length}）`}>
            <PromiseVersions versions={changes.shown.items} />
          </Panel>
        ) : null}
        <Panel flush>
          <Filters search={search} />
          <Answered of={found}>
            {({ items }) => (
              <DataTable
                label="时限规则"
                columns={COLUMNS}
                rows={items}
                empty={<Empty>没有这样的时限。</Empty>}
                onOpen={(row) => {
                  void navigate(`/promises/${row.id}`)
                }}
              />
            )}
          </Answered>
        </Panel>
      </div>
    </>
  )
}

function Filters({ search }: { search: SearchState }): ReactElement {
  return (
    <div className="ap-filters">
      <SearchField search={search} name="q" label="按名称、依据或编号查找" />
      <Pick
        label="种类"
        value={keyIn(KINDS, search.get('kind'))}
        choices={choicesOf(KINDS)}
        onChange={(next) => {
          search.set({ kind: next })
        }}
      />
      <Pick
        label="是否计时"
        value={keyIn(RUNNING, search.get('running'))}
        choices={choicesOf(RUNNING)}
        onChange={(next) => {
          search.set({ running: next })
        }}
      />
      <Pick
        label="用于"
        value={keyIn(CASE_KINDS, search.get('case'))}
        choices={choicesOf(CASE_KINDS)}
        onChange={(next) => {
          search.set({ case: next })
        }}
      />
    </div>
  )
}

const COLUMNS: readonly Column<DefinitionRow>[] = [
  {
    key: 'name',
    title: '时限',
    render: (row) => (
      <>
        <Link to={`/promises/${row.id}`}>{row.name}</Link> <span className="ap-muted ap-num">{row.id}</span>
      </>
    ),
  },
  { key: 'kind', title: '种类', render: (row) => <Tag tone={toneOf(row.kind)}>{row.kindWord}</Tag> },
  { key: 'limit', title: '时限长短', render: (row) => row.limit },
  { key: 'source', title: '依据', render: (row) => row.source },
  { key: 'case', title: '用于', render: (row) => row.caseKinds.join('、') || '—' },
  { key: 'owner', title: '责任部门', render: (row) => row.owner, wideOnly: true },
  {
    key: 'state',
    title: '状态',
    render: (row) => (
      <>
        {row.timed ? <Tag tone="green">在计时</Tag> : <Tag tone="grey">不计时</Tag>}{' '}
        {row.version > 1 ? <Tag tone="blue">第 {row.version} 版</Tag> : null}{' '}
        {row.waiting ? <Tag tone="amber">有变更待复核</Tag> : null}
      </>
    ),
  },
]

function toneOf(kind: DefinitionRow['kind']): 'red' | 'teal' | 'grey' {
  return kind === 'statutory' ? 'red' : kind === 'promise' ? 'teal' : 'grey'
}
