/** 补录认可: entries that claim an earlier time than was written down, and what their approval would move (CLK-03). */
import { decideLateEntry, listLateEntries, type LateEntry } from '@anpei/contract/sla'
import { App, Button, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import {
  Answered,
  DataTable,
  Empty,
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
import { dueText, instantText } from '../kernel/index.ts'
import { casePath } from './case-path.ts'

type Stand = LateEntry['moves'][number]['before']
type Asking = { readonly entry: LateEntry; readonly approve: boolean }

const SIZE = 20
const WHICH = { waiting: '待认可', decided: '已了结' } as const
const NOTHING = { waiting: '没有等您认可的补录。', decided: '还没有了结的补录。' } as const
const TONES: Readonly<Record<LateEntry['state'], Tone>> = { waiting: 'amber', approved: 'green', rejected: 'grey' }

export default function LateEntriesPage(): ReactElement {
  const search = useSearchState()
  const which = keyIn(WHICH, search.get('which')) ?? 'waiting'
  const found = useCall(listLateEntries, { query: { which, limit: SIZE, cursor: search.cursor } })
  const [asking, setAsking] = useState<Asking | null>(null)
  return (
    <>
      <PageHead
        title="补录认可"
        note="补录的发生时间早于已有记录的，认可以前按录入时间计；由补录人、经办人以外的同事认可。"
      />
      <Panel flush>
        <div className="ap-filters">
          <Segmented
            value={which}
            options={Object.entries(WHICH).map(([value, label]) => ({ value, label }))}
            onChange={(value) => {
              search.set({ which: String(value) })
            }}
          />
        </div>
        <Answered of={found}>
          {(page) => (
            <>
              <DataTable
                label="补录"
                columns={columnsFor(setAsking)}
                rows={page.items}
                empty={<Empty>{NOTHING[which]}</Empty>}
              />
              {page.items.length ? (
                <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
              ) : null}
            </>
          )}
        </Answered>
      </Panel>
      {asking ? (
        <DecideDialog
          asking={asking}
          onClose={() => {
            setAsking(null)
          }}
        />
      ) : null}
    </>
  )
}

function columnsFor(ask: (asking: Asking) => void): readonly Column<LateEntry>[] {
  return [
    {
      key: 'case',
      title: '案件',
      render: (row) => <Link to={casePath(row.subjectKind, row.subjectId)}>{row.subjectNo || '查看'}</Link>,
    },
    {
      key: 'what',
      title: '补录的事',
      render: (row) => (
        <>
          {row.what}
          <div>
            <small className="ap-muted">
              称 {instantText(row.claimedAt)}；{row.enteredBy} {instantText(row.enteredAt)} 录入
            </small>
          </div>
        </>
      ),
    },
    { key: 'moves', title: '认可后的变化', render: (row) => <Moves of={row.moves} /> },
    { key: 'state', title: '状态', render: (row) => <Standing of={row} /> },
    { key: 'act', title: '', render: (row) => <Acts of={row} ask={ask} /> },
  ]
}

function Moves({ of }: { of: LateEntry['moves'] }): ReactElement {
  return (
    <>
      {of.map((move, index) => (
        <div key={`${move.clockTitle}/${String(index)}`}>
          {move.clockTitle}
          <div>
            <small className="ap-muted">
              {standText(move.before)} → <b>{standText(move.after)}</b>
            </small>
          </div>
        </div>
      ))}
    </>
  )
}

function standText(stand: Stand): string {
  if (stand === null) return '不计时'
  const late = stand.late && stand.stoppedAt === null ? '（已超期）' : ''
  if (stand.stoppedAt !== null) return `${stand.stateWord} ${instantText(stand.stoppedAt)}`
  return stand.dueAt === null ? stand.stateWord : `${stand.stateWord}，至 ${dueText(stand.dueAt)}${late}`
}

function Standing({ of }: { of: LateEntry }): ReactElement {
  return (
    <>
      <Tag tone={TONES[of.state]}>{of.stateWord}</Tag>
      {of.decidedAt === null ? null : (
        <div>
          <small className="ap-muted">
            {of.decidedBy} {instantText(of.decidedAt)}：{of.reason}
          </small>
        </div>
      )}
    </>
  )
}

function Acts({ of, ask }: { of: LateEntry; ask: (asking: Asking) => void }): ReactElement | null {
  if (of.state !== 'waiting') return null
  if (of.can.length === 0) return <span className="ap-muted">须由另一位同事认可</span>
  return (
    <div className="ap-acts">
      <Button
        type="primary"
        onClick={() => {
          ask({ entry: of, approve: true })
        }}
      >
        认可
      </Button>
      <Button
        onClick={() => {
          ask({ entry: of, approve: false })
        }}
      >
        不认可
      </Button>
    </div>
  )
}

function DecideDialog({ asking, onClose }: { asking: Asking; onClose: () => void }): ReactElement {
  const { message } = App.useApp()
  const decide = useCommand(decideLateEntry)
  const { entry, approve } = asking
  const save = async (reason: string): Promise<void> => {
    if (!(await decide.run({ params: { lateEntryId: entry.id }, body: { approve, reason } }))) return
    void message.success(approve ? '已认可，时限已按它重算。' : '已记下，仍按录入时间计。')
    onClose()
  }
  return (
    <ReasonDialog
      title={approve ? '认可补录的时间' : '不认可补录的时间'}
      label="理由"
      okText={approve ? '认可' : '不认可'}
      danger={!approve}
      busy={decide.busy}
      fault={decide.fault}
      note={
        approve
          ? `${entry.what}改按 ${instantText(entry.claimedAt)} 计；写明凭什么相信，例如邮戳、签收单。`
          : `${entry.what}仍按录入时间 ${instantText(entry.enteredAt)} 计。`
      }
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}
