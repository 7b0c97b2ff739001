/** Changes that wait for a second person, with before and after (ORG-05). */
import { confirmChange, listChanges, rejectChange, viewChange, withdrawChange } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { App, Button, Drawer, Segmented } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  Facts,
  FaultNote,
  keyIn,
  PageHead,
  Pager,
  Panel,
  ReasonDialog,
  Tag,
  useSearchState,
  type Column,
  type Tone,
} from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { SystemLinks } from './SystemLinks.tsx'
import './identity.css'

type Row = Answer<typeof listChanges>['items'][number]
type View = Answer<typeof viewChange>

const SIZE = 20
const WHICH = { for_me: '等我复核', mine: '我提出的', decided: '已了结' } as const
const NOTHING = { for_me: '没有等您复核的变更。', mine: '您没有提出过变更。', decided: '还没有了结的变更。' } as const
const tones: Readonly<Record<Row['state'], Tone>> = {
  waiting: 'amber',
  confirmed: 'green',
  rejected: 'red',
  withdrawn: 'grey',
}

const columns: readonly Column<Row>[] = [
  {
    key: 'title',
    title: '变更',
    render: (row) => (
      <OpenLink id={row.id}>
        <strong>{row.title}</strong>
      </OpenLink>
    ),
  },
  { key: 'kind', title: '种类', render: (row) => row.kindWord },
  { key: 'state', title: '状态', render: (row) => <Tag tone={tones[row.state]}>{row.stateWord}</Tag> },
  {
    key: 'made',
    title: '提出',
    render: (row) => (
      <>
        {row.madeBy.name} <small>{instantText(row.madeAt)}</small>
      </>
    ),
  },
  {
    key: 'checked',
    title: '复核',
    render: (row) =>
      row.checkedBy === null ? (
        '—'
      ) : (
        <>
          {row.checkedBy.name} <small>{instantText(row.checkedAt)}</small>
        </>
      ),
  },
]

/** The keys reach what a click on the row opens. */
function OpenLink({ id, children }: { id: string; children: ReactNode }): ReactElement {
  const [params] = useSearchParams()
  const search = new URLSearchParams(params)
  search.set('open', id)
  return <Link to={{ search: search.toString() }}>{children}</Link>
}

export default function ChangesPage(): ReactElement {
  const search = useSearchState()
  const which = keyIn(WHICH, search.get('which')) ?? 'for_me'
  const found = useCall(listChanges, { query: { which, limit: SIZE, cursor: search.cursor } })
  const open = search.get('open')
  return (
    <>
      <PageHead title="待复核变更" note="核对改前、改后；自己提出的、关于自己的，由别人复核。" />
      <SystemLinks />
      <Panel flush>
        <div className="ap-filters">
          <Segmented
            value={which}
            options={Object.entries(WHICH).map(([value, label]) => ({ value, label }))}
            onChange={(next) => {
              search.set({ which: next })
            }}
          />
        </div>
        <Answered of={found}>
          {(page) => (
            <>
              <DataTable
                label="变更"
                columns={columns}
                rows={page.items}
                onOpen={(row) => {
                  search.set({ open: row.id })
                }}
                empty={<Empty>{NOTHING[which]}</Empty>}
              />
              {page.items.length ? (
                <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
              ) : null}
            </>
          )}
        </Answered>
      </Panel>
      <Drawer
        open={open !== undefined}
        size="min(720px, 100vw)"
        title="变更"
        destroyOnHidden
        onClose={() => {
          search.set({ open: undefined })
        }}
      >
        {open === undefined ? null : <Change id={open} />}
      </Drawer>
    </>
  )
}

function Change({ id }: { id: string }): ReactElement {
  const found = useCall(viewChange, { params: { id } })
  return (
    <Answered of={found}>
      {(change) => (
        <div className="ap-stack">
          <Facts
            facts={[
              { label: '变更', value: <strong>{change.title}</strong> },
              { label: '种类', value: change.kindWord },
              { label: '状态', value: <Tag tone={tones[change.state]}>{change.stateWord}</Tag> },
              { label: '提出', value: `${change.madeBy.name}　${instantText(change.madeAt)}` },
              {
                label: '复核',
                value: change.checkedBy === null ? '—' : `${change.checkedBy.name}　${instantText(change.checkedAt)}`,
              },
              { label: '意见', value: change.comment ?? '—' },
            ]}
          />
          <Lines lines={change.lines} />
          <Proofs of={change.proofs} />
          <ChangeActs change={change} />
        </div>
      )}
    </Answered>
  )
}

function Lines({ lines }: { lines: View['lines'] }): ReactElement {
  return (
    <DataTable
      label="改前与改后"
      rows={lines.map((line, index) => ({ ...line, id: `${index}` }))}
      columns={[
        { key: 'label', title: '项目', render: (row) => row.label },
        { key: 'before', title: '改前', render: (row) => row.before || '（空）' },
        {
          key: 'after',
          title: '改后',
          render: (row) =>
            row.changed ? <strong>{row.after || '（空）'}</strong> : <span className="ap-muted">不变</span>,
        },
      ]}
    />
  )
}

function Proofs({ of }: { of: View['proofs'] }): ReactElement | null {
  if (of.length === 0) return null
  return (
    <p className="ap-acts">
      {of.map(({ title, path }) => (
        <a key={path} href={path} target="_blank" rel="noreferrer">
          {title}
        </a>
      ))}
    </p>
  )
}

const REASONS = {
  reject: { title: '不同意', label: '原因', okText: '不同意' },
  withdraw: { title: '撤回', label: '原因', okText: '撤回' },
} as const

function ChangeActs({ change }: { change: View }): ReactElement {
  const [asking, setAsking] = useState<keyof typeof REASONS | null>(null)
  const { message } = App.useApp()
  const confirm = useCommand(confirmChange)
  const reject = useCommand(rejectChange)
  const withdraw = useCommand(withdrawChange)
  const params = { id: change.id }
  const onConfirm = async (): Promise<void> => {
    if (await confirm.run({ params })) void message.success('已生效')
  }
  const onReason = async (act: keyof typeof REASONS, comment: string): Promise<void> => {
    if (await { reject, withdraw }[act].run({ params, body: { comment } })) setAsking(null)
  }
  return (
    <div className="ap-acts">
      <FaultNote fault={confirm.fault} />
      {change.can.includes('confirm') ? (
        <Button
          type="primary"
          loading={confirm.busy}
          onClick={() => {
            void onConfirm()
          }}
        >
          复核通过
        </Button>
      ) : null}
      {change.can.includes('reject') ? (
        <Button
          danger
          onClick={() => {
            setAsking('reject')
          }}
        >
          不同意
        </Button>
      ) : null}
      {change.can.includes('withdraw') ? (
        <Button
          onClick={() => {
            setAsking('withdraw')
          }}
        >
          撤回
        </Button>
      ) : null}
      {change.state === 'waiting' && change.can.length === 0 ? (
        <span className="ap-muted">须由另一位有权限的人复核。</span>
      ) : null}
      {asking ? (
        <ReasonDialog
          {...REASONS[asking]}
          danger
          field="comment"
          max={500}
          busy={reject.busy || withdraw.busy}
          fault={reject.fault ?? withdraw.fault}
          onClose={() => {
            setAsking(null)
          }}
          onSave={(comment) => {
            void onReason(asking, comment)
          }}
        />
      ) : null}
    </div>
  )
}
