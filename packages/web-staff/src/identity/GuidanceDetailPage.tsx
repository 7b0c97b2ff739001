/** One guidance: its text, and for each unit whether it was received and carried out (ORG-02). */
import { answerGuidance, viewGuidance } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, DataTable, Empty, FaultNote, PageHead, Panel, ReasonDialog, Tag } from '../kit/index.ts'
import type { Column } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import './identity.css'

type Guidance = Answer<typeof viewGuidance>
type Receipt = Guidance['receipts'][number] & { readonly id: string }

export default function GuidanceDetailPage(): ReactElement {
  const { guidanceId = '' } = useParams()
  const found = useCall(viewGuidance, { params: { id: guidanceId } })
  return <Answered of={found}>{(guidance) => <Body key={guidance.id} guidance={guidance} />}</Answered>
}

function Body({ guidance }: { guidance: Guidance }): ReactElement {
  const receipts = guidance.receipts.map((one) => ({ ...one, id: one.unit.id }))
  const waiting = receipts.filter((one) => one.mine && one.doneAt === null)
  return (
    <>
      <PageHead
        title={guidance.title}
        note={`${guidance.issuedBy.name} ${instantText(guidance.issuedAt)} 下达，${guidance.dueOn} 前办完`}
      >
        <Link to="/guidance">回指导意见</Link>
      </PageHead>
      <div className="ap-stack">
        <Panel title="要求">
          <p className="id-guidance">{guidance.text}</p>
        </Panel>
        {waiting.map((receipt) => (
          <Mine key={receipt.id} guidanceId={guidance.id} receipt={receipt} />
        ))}
        <Panel
          title={`落实情况：已签收 ${guidance.received}，已落实 ${guidance.done}，共 ${guidance.units} 个单位`}
          flush
        >
          <DataTable<Receipt>
            label="落实情况"
            columns={columns}
            rows={receipts}
            empty={<Empty>没有下达给任何单位。</Empty>}
            toneOf={(row) => (row.overdue ? 'late' : null)}
          />
        </Panel>
      </div>
    </>
  )
}

const columns: readonly Column<Receipt>[] = [
  {
    key: 'unit',
    title: '单位',
    render: (row) => (
      <>
        <strong>{row.unit.name}</strong> {row.mine ? <Tag tone="teal">本单位</Tag> : null}
      </>
    ),
  },
  { key: 'state', title: '状态', render: (row) => <Standing row={row} /> },
  { key: 'received', title: '签收', render: (row) => who(row.receivedBy, row.receivedAt) },
  { key: 'done', title: '落实', render: (row) => who(row.doneBy, row.doneAt) },
  { key: 'note', title: '落实情况', render: (row) => row.note || '—' },
]

function Standing({ row }: { row: Receipt }): ReactElement {
  if (row.doneAt !== null) {
    return (
      <Tag tone="green" icon="check">
        已落实
      </Tag>
    )
  }
  if (row.overdue) {
    return (
      <Tag tone="red" icon="alert">
        超期未落实
      </Tag>
    )
  }
  return row.receivedAt === null ? <Tag tone="amber">未签收</Tag> : <Tag tone="blue">已签收，办理中</Tag>
}

function who(by: { readonly name: string } | null, at: string | null): ReactElement {
  if (at === null) return <>—</>
  return (
    <>
      {by?.name} <small className="ap-num">{instantText(at)}</small>
    </>
  )
}

/** What one's own unit still has to say. */
function Mine({ guidanceId, receipt }: { guidanceId: string; receipt: Receipt }): ReactElement {
  const [reporting, setReporting] = useState(false)
  const answer = useCommand(answerGuidance)
  const { kind, id } = receipt.unit
  const say = async (step: 'received' | 'done', note: string): Promise<void> => {
    const said = await answer.run({ params: { id: guidanceId }, body: { unit: { kind, id }, step, note } })
    if (said) setReporting(false)
  }
  return (
    <Panel title={`${receipt.unit.name}：请${receipt.receivedAt === null ? '签收' : '报告落实情况'}`}>
      {reporting ? null : <FaultNote fault={answer.fault} />}
      <div className="ap-row">
        {receipt.receivedAt === null ? (
          <Button
            type="primary"
            loading={answer.busy}
            onClick={() => {
              void say('received', '')
            }}
          >
            签收
          </Button>
        ) : null}
        <Button
          type={receipt.receivedAt === null ? 'default' : 'primary'}
          onClick={() => {
            answer.clear()
            setReporting(true)
          }}
        >
          报告已落实
        </Button>
      </div>
      {reporting ? (
        <ReasonDialog
          title={`${receipt.unit.name} 已落实`}
          label="落实情况：做了什么、结果怎样"
          okText="报告"
          field="note"
          max={1000}
          busy={answer.busy}
          fault={answer.fault}
          onClose={() => {
            setReporting(false)
          }}
          onSave={(note) => {
            void say('done', note)
          }}
        />
      ) : null}
    </Panel>
  )
}
