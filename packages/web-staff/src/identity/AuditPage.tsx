/** The audit log: every change and every look, and the proof that nothing was altered (ORG-08). */
import { listAuditEvents, searchAudit, verifyAudit } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { Alert, Button, Progress, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import {
  Answered,
  choicesOf,
  DataTable,
  DayInput,
  Empty,
  Facts,
  FaultNote,
  keyIn,
  PageHead,
  Pager,
  Panel,
  Pick,
  Tag,
  useSearchState,
  type Column,
  type SearchState,
  clearable,
} from '../kit/index.ts'
import { instantText, today } from '../kernel/index.ts'
import { factsWords, sourceWord, subjectWord } from './audit-words.ts'
import { StaffSelect } from './staff-fields.tsx'
import { useMay } from './session.ts'
import './identity.css'

type Row = Answer<typeof searchAudit>['items'][number]
type Verdict = Answer<typeof verifyAudit>

const SIZE = 30
const EVENT = /^[a-z_]+(\.[a-z_]*)?$/
const WHICH = { changes: '只看变更', looks: '只看查看', all: '全部' } as const
const ACTORS: Readonly<Record<Row['actorKind'], string>> = {
  staff: '员工',
  customer: '客户',
  system: '系统',
  api_key: '接口',
  nobody: '未登录',
}

export default function AuditPage(): ReactElement {
  const may = useMay()
  if (may('audit.read')) return <Log />
  return (
    <>
      <PageHead title="审计日志" />
      <Empty>您的岗位没有“查看审计日志”权限。要查某件事是谁做的，请找合规岗或系统管理员。</Empty>
    </>
  )
}

function Log(): ReactElement {
  const search = useSearchState()
  const typed = search.get('name')
  const name = typed !== undefined && EVENT.test(typed) ? typed : undefined
  const found = useCall(searchAudit, {
    query: {
      limit: SIZE,
      cursor: search.cursor,
      name,
      actorId: search.get('actor'),
      subjectId: search.get('subject'),
      personId: search.get('person'),
      fromOn: search.get('from'),
      toOn: search.get('to'),
      which: keyIn(WHICH, search.get('which')) ?? 'all',
    },
  })
  return (
    <>
      <PageHead title="审计日志" note="谁、何时、从哪里、做了什么或看了什么、为什么。只能追加，改动会被核验出来。" />
      <div className="ap-stack">
        <Verify />
        <Panel title="查询" flush>
          <Filters search={search} />
          <Answered of={found}>
            {(page) => (
              <>
                <DataTable
                  label="审计日志"
                  columns={columnsOf(search)}
                  rows={page.items}
                  empty={<Empty>没有符合的记录。请放宽筛选。</Empty>}
                />
                {page.items.length ? (
                  <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
                ) : null}
              </>
            )}
          </Answered>
        </Panel>
      </div>
    </>
  )
}

function Verify(): ReactElement {
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const verify = useCommand(verifyAudit)
  const run = async (): Promise<void> => {
    setVerdict(await verify.run({}))
  }
  return (
    <Panel
      title="核验"
      acts={
        <Button
          type="primary"
          loading={verify.busy}
          onClick={() => {
            void run()
          }}
        >
          核验全部记录
        </Button>
      }
    >
      <FaultNote fault={verify.fault} />
      {verify.busy ? (
        <div role="status">
          <p>正在逐块核对记录和链头，记录多时要几十秒…</p>
          <Progress percent={100} status="active" showInfo={false} />
        </div>
      ) : verdict ? (
        <VerdictView verdict={verdict} />
      ) : (
        <p className="ap-muted">逐条重算每一块的指纹，并与库外每日留存的链头比对；有改动时指出第一条。</p>
      )}
    </Panel>
  )
}

function VerdictView({ verdict }: { verdict: Verdict }): ReactElement {
  const { finding } = verdict
  return (
    <div className="ap-stack" aria-live="polite">
      {verdict.intact || finding === null ? (
        <Alert type="success" showIcon title="完好：没有被改、被删或被插入的记录。" />
      ) : (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={finding.sentence}
          description={`第 ${finding.blockNo} 块${finding.eventName ? `，${finding.eventName}` : ''}${
            finding.at ? `，${instantText(finding.at)}` : ''
          }${finding.eventId ? `，记录 ${finding.eventId}` : ''}`}
        />
      )}
      <Facts
        facts={[
          { label: '已封存的块', value: verdict.blocks.toLocaleString('en-US') },
          { label: '核对的记录', value: verdict.events.toLocaleString('en-US') },
          { label: '尚未封存', value: verdict.unsealed.toLocaleString('en-US') },
          { label: '比对的每日链头', value: `${verdict.heads.toLocaleString('en-US')} 个` },
        ]}
      />
    </div>
  )
}

function Filters({ search }: { search: SearchState }): ReactElement {
  const may = useMay()
  const narrowed = ['subject', 'person', 'actor', 'name', 'from', 'to', 'which'].some(
    (name) => search.get(name) !== undefined,
  )
  return (
    <div className="ap-filters">
      <Pick
        label="种类"
        value={keyIn(WHICH, search.get('which'))}
        choices={choicesOf(WHICH)}
        onChange={(which) => {
          search.set({ which })
        }}
      />
      {may('identity.read') ? (
        <span className="id-actor">
          <StaffSelect
            aria-label="谁"
            placeholder="谁：输入姓名"
            value={search.get('actor')}
            onChange={(actor) => {
              search.set({ actor })
            }}
          />
        </span>
      ) : null}
      <EventPick
        name={search.get('name')}
        onPick={(name) => {
          search.set({ name })
        }}
      />
      <label className="ap-row id-day">
        自{' '}
        <DayInput
          value={search.get('from') ?? ''}
          max={today()}
          onChange={(from) => {
            search.set({ from })
          }}
        />
      </label>
      <label className="ap-row id-day">
        至{' '}
        <DayInput
          value={search.get('to') ?? ''}
          max={today()}
          onChange={(to) => {
            search.set({ to })
          }}
        />
      </label>
      {search.get('subject') ? <Tag tone="blue">只看同一对象</Tag> : null}
      {search.get('person') ? <Tag tone="blue">只看同一客户</Tag> : null}
      {narrowed ? (
        <Button
          type="link"
          onClick={() => {
            search.set({
              subject: undefined,
              person: undefined,
              actor: undefined,
              name: undefined,
              from: undefined,
              to: undefined,
              which: undefined,
            })
          }}
        >
          清空筛选
        </Button>
      ) : null}
    </div>
  )
}

/** By the words people know; the code behind them finds it too. */
function EventPick({
  name,
  onPick,
}: {
  name: string | undefined
  onPick: (name: string | undefined) => void
}): ReactElement {
  const events = useCall(listAuditEvents, {}).shown?.items ?? []
  return (
    <Select<string>
      className="id-search"
      aria-label="事件"
      placeholder="事件：输入几个字，如 立案"
      allowClear={clearable}
      value={name ?? null}
      options={events.map((one) => ({ value: one.name, label: one.title }))}
      showSearch={{
        filterOption: (text, option) => `${option?.label ?? ''} ${option?.value ?? ''}`.includes(text.trim()),
      }}
      popupMatchSelectWidth={false}
      onChange={(next: string | undefined) => {
        onPick(next ?? undefined)
      }}
    />
  )
}

function columnsOf(search: SearchState): readonly Column<Row>[] {
  return [
    { key: 'at', title: '时间', render: (row) => <span className="ap-num">{instantText(row.at)}</span> },
    {
      key: 'who',
      title: '谁',
      render: (row) => (
        <>
          {row.actorName ?? ACTORS[row.actorKind]} <small>{row.actorName ? ACTORS[row.actorKind] : ''}</small>
        </>
      ),
    },
    {
      key: 'name',
      title: '事件',
      render: (row) => (
        <>
          <Tag tone={row.look ? 'grey' : 'teal'}>{row.look ? '查看' : '变更'}</Tag>{' '}
          <span title={row.name}>{row.title}</span>
        </>
      ),
    },
    {
      key: 'subject',
      title: '对象',
      render: (row) => (
        <span className="ap-row">
          <small>{subjectWord(row.subjectKind)}</small>
          <Button
            size="small"
            type="link"
            onClick={() => {
              search.set({ subject: row.subjectId })
            }}
          >
            同一对象
          </Button>
          {row.personId === null ? null : (
            <Button
              size="small"
              type="link"
              onClick={() => {
                search.set({ person: row.personId ?? undefined })
              }}
            >
              同一客户
            </Button>
          )}
        </span>
      ),
    },
    { key: 'reason', title: '理由', render: (row) => row.reason ?? '—' },
    { key: 'facts', title: '内容', render: (row) => <FactsText facts={row.facts} /> },
    { key: 'source', title: '来处', wideOnly: true, render: (row) => <small>{sourceWord(row.source)}</small> },
  ]
}

function FactsText({ facts }: { facts: Row['facts'] }): ReactElement {
  const { words, identifiers } = factsWords(facts)
  if (identifiers === '') return words === '' ? <>—</> : <small className="id-facts">{words}</small>
  return (
    <details className="id-facts">
      <summary>
        <small>{words === '' ? '编号' : words}</small>
      </summary>
      <small className="ap-muted">{identifiers}</small>
    </details>
  )
}
