/** One review meeting: its pack, who was there, minutes and decisions; as PDF and as workbook (CMP-13). */
import { getReview, getReviewPack, type ReviewView } from '@anpei/contract/complaints'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall, useDownload } from '../../client/index.ts'
import { Answered, DataTable, Facts, FaultNote, Icon, PageHead, Panel, saveFile, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { HoldDialog } from './HoldDialog.tsx'
import './loop.css'

export default function ReviewPage(): ReactElement {
  const { reviewId = '' } = useParams()
  const found = useCall(getReview, { params: { reviewId } })
  return (
    <Answered key={reviewId} of={found}>
      {(view) => <Shown view={view} />}
    </Answered>
  )
}

function Shown({ view }: { view: ReviewView }): ReactElement {
  const [holding, setHolding] = useState(false)
  const load = useDownload(getReviewPack)
  const title = (
    <span className="ap-row">
      {view.title} <Tag tone={view.state === 'held' ? 'green' : 'amber'}>{view.stateWord}</Tag>
    </span>
  )
  const note = `${view.reviewNo} · 期间 ${view.from} 至 ${view.to} · ${view.preparedBy} ${instantText(view.preparedAt)} 准备`
  return (
    <div className="ap-stack">
      <PageHead title={title} tab={`复盘会 ${view.reviewNo}`} note={note}>
        {(['pdf', 'xlsx'] as const).map((format) => (
          <Button
            key={format}
            icon={<Icon name="file" />}
            loading={load.busy}
            onClick={() => {
              load.get({ params: { reviewId: view.id, format } }, (file) =>
                saveFile(file, `复盘会-${view.reviewNo}.${format}`),
              )
            }}
          >
            材料 {format.toUpperCase()}
          </Button>
        ))}
        {view.can.includes('hold') ? (
          <Button
            type="primary"
            onClick={() => {
              setHolding(true)
            }}
          >
            登记纪要
          </Button>
        ) : null}
      </PageHead>
      <FaultNote fault={load.fault} />
      {view.heldOn === null ? null : <Minutes view={view} />}
      {view.tables.map((table) => (
        <Panel key={table.title} title={table.title} flush>
          <Table table={table} />
          {table.note === '' ? null : <p className="ap-small ap-muted lp-note">{table.note}</p>}
        </Panel>
      ))}
      {holding ? (
        <HoldDialog
          reviewId={view.id}
          onClose={() => {
            setHolding(false)
          }}
        />
      ) : null}
    </div>
  )
}

type Row = { readonly id: string; readonly cells: readonly (string | number)[] }

function Table({ table }: { table: ReviewView['tables'][number] }): ReactElement {
  const columns = table.head.map((title, at) => ({
    key: title,
    title,
    render: (row: Row) => row.cells[at] ?? '—',
  }))
  const rows = table.rows.map((cells, at) => ({ id: `${at}`, cells }))
  return <DataTable<Row> label={table.title} columns={columns} rows={rows} />
}

function Minutes({ view }: { view: ReviewView }): ReactElement {
  const present = view.participants.map((one) => `${one.functionWord} ${one.name}`).join('、')
  return (
    <Panel title="会议纪要">
      <Facts
        facts={[
          { label: '召开', value: `${view.heldOn ?? ''} ${view.place}` },
          { label: '参加人', value: present },
          { label: '纪要', value: <span className="lp-words">{view.minutes}</span> },
        ]}
      />
      {view.decisions.length === 0 ? null : (
        <ol>
          {view.decisions.map((one) => (
            <li key={one.no}>
              {one.text}（{one.ownerName}，{one.dueOn} 前）
              {one.improvement ? (
                <Link to={`/improvements/${one.improvement.id}`}> {one.improvement.improvementNo}</Link>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
