/** What callbacks opened and nobody has finished yet (CBK-02). */
import { finishFollowUp, listFollowUps, type FollowUpView } from '@anpei/contract/callbacks'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, DataTable, Empty, Pager, ReasonDialog, Tag, type Column, type SearchState } from '../kit/index.ts'

const SIZE = 20

export function FollowUps({ search }: { search: SearchState }): ReactElement {
  const found = useCall(listFollowUps, { query: { limit: SIZE, cursor: search.cursor } })
  return (
    <Answered of={found}>
      {(page) => (
        <>
          <FollowUpTable rows={page.items} empty="没有待处理的后续事项。" />
          <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
        </>
      )}
    </Answered>
  )
}

const MADE: Readonly<Record<string, { readonly path: string; readonly word: string }>> = {
  report: { path: '/reports/', word: '看报案' },
  change_request: { path: '/changes?open=', word: '看更正' },
  complaint: { path: '/complaints/', word: '看投诉' },
}

export function FollowUpTable({ rows, empty }: { rows: readonly FollowUpView[]; empty: string }): ReactElement {
  const [finishing, setFinishing] = useState<FollowUpView | null>(null)
  return (
    <>
      <DataTable<FollowUpView>
        label="后续事项"
        columns={columns(setFinishing)}
        rows={rows}
        empty={<Empty>{empty}</Empty>}
        toneOf={(row) => (row.late ? 'late' : null)}
      />
      {finishing ? <Finish of={finishing} onClose={() => setFinishing(null)} /> : null}
    </>
  )
}

function columns(onFinish: (row: FollowUpView) => void): readonly Column<FollowUpView>[] {
  return [
    { key: 'kind', title: '事项', render: (row) => <span className="ap-strong">{row.kindWord}</span> },
    { key: 'name', title: '客户', render: (row) => <Link to={`/callbacks/${row.callbackId}`}>{row.name}</Link> },
    { key: 'text', title: '客户说', render: (row) => <Parts of={row} /> },
    { key: 'due', title: '期限', render: (row) => <Due of={row} /> },
    { key: 'owner', title: '谁处理', render: (row) => row.ownerName ?? '—', wideOnly: true },
    {
      key: 'act',
      title: '结果',
      render: (row) =>
        row.can.includes('finish') ? (
          <Button size="small" onClick={() => onFinish(row)}>
            处理完
          </Button>
        ) : (
          <Result of={row} />
        ),
    },
  ]
}

/** Everything that was asked and said to it, in order. */
function Parts({ of: { parts } }: { of: FollowUpView }): ReactElement {
  return (
    <>
      {parts.map(({ question, text }) => (
        <span key={question} className="cb-part">
          <span className="ap-muted">{question}</span> {text || '—'}
        </span>
      ))}
    </>
  )
}

function Due({ of: { state, stateWord, late, dueOn } }: { of: FollowUpView }): ReactElement {
  if (state === 'done') return <Tag tone="green">{stateWord}</Tag>
  return late ? <Tag tone="red">{dueOn} 已过</Tag> : <span className="ap-num">{dueOn}</span>
}

function Result({ of: { result, made } }: { of: FollowUpView }): ReactElement {
  const target = made ? MADE[made.kind] : undefined
  return (
    <>
      {result || '—'} {made && target ? <Link to={`${target.path}${made.id}`}>{target.word}</Link> : null}
    </>
  )
}

function Finish({ of: row, onClose }: { of: FollowUpView; onClose: () => void }): ReactElement {
  const command = useCommand(finishFollowUp)
  const save = async (result: string): Promise<void> => {
    if (await command.run({ params: { followUpId: row.id }, body: { result } })) onClose()
  }
  return (
    <ReasonDialog
      title={`${row.kindWord}：${row.name}`}
      label="怎么处理的，结果如何"
      okText="处理完"
      busy={command.busy}
      fault={command.fault}
      max={500}
      note={<Parts of={row} />}
      onClose={onClose}
      onSave={(result) => void save(result)}
    />
  )
}
