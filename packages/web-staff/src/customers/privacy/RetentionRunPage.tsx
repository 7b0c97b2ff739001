/** A list of destruction: who is on it, the second person's decision, and the proof that remains (CUS-10). */
import { decideRetention, getRetentionRun, type RetentionRun } from '@anpei/contract/customers'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { Answered, DataTable, Facts, PageHead, Pager, Panel, ReasonDialog, Tag, type Column } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { RunTag } from './RetentionTab.tsx'
import './privacy.css'

const SIZE = 50
type Item = Answer<typeof getRetentionRun>['items'][number] & { readonly id: string }

const columnsOf = (run: RetentionRun): readonly Column<Item>[] => [
  {
    key: 'name',
    title: '对象',
    render: (row) => {
      if (!row.name) return <span className="ap-muted">{row.proof ? '已销毁' : '—'}</span>
      return run.class === 'person' ? <Link to={`/persons/${row.subjectId}`}>{row.name}</Link> : row.name
    },
  },
  { key: 'ended', title: '最后使用', render: (row) => <span className="ap-num">{row.endedOn}</span> },
  {
    key: 'state',
    title: '状态',
    render: (row) => <Tag tone={row.state === 'destroyed' ? 'green' : 'plain'}>{row.stateWord}</Tag>,
  },
  { key: 'proof', title: '凭据', render: (row) => <Proof item={row} /> },
]

export default function RetentionRunPage(): ReactElement {
  const { runId = '' } = useParams()
  const [trail, setTrail] = useState<readonly string[]>([])
  const cursor = trail.at(-1)
  const found = useCall(
    getRetentionRun,
    { params: { runId }, query: { limit: SIZE, ...(cursor ? { cursor } : {}) } },
    { everySeconds: 15 },
  )
  return (
    <Answered of={found}>
      {(page) => (
        <div className="ap-stack">
          <Head run={page.run} />
          <Panel title="清单" flush>
            <DataTable<Item>
              label="销毁清单"
              columns={columnsOf(page.run)}
              rows={page.items.map((item) => ({ ...item, id: item.subjectId }))}
            />
            <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
          </Panel>
        </div>
      )}
    </Answered>
  )
}

function Head({ run }: { run: RetentionRun }): ReactElement {
  const [asking, setAsking] = useState<'approve' | 'reject' | null>(null)
  const command = useCommand(decideRetention)
  const decide = async (comment: string): Promise<void> => {
    const body = { approve: asking === 'approve', comment }
    if (await command.run({ params: { runId: run.id }, body })) setAsking(null)
  }
  const title = (
    <span className="ap-row">
      {run.title} <RunTag run={run} />
    </span>
  )
  return (
    <>
      <PageHead title={title} tab={`销毁清单 ${run.runNo}`} note={`${run.runNo} · ${run.itemCount} 件`}>
        {run.can.includes('decide') ? (
          <>
            <Button
              danger
              type="primary"
              onClick={() => {
                setAsking('approve')
              }}
            >
              批准销毁
            </Button>
            <Button
              onClick={() => {
                setAsking('reject')
              }}
            >
              不予销毁
            </Button>
          </>
        ) : null}
      </PageHead>
      <Panel title="规则与凭据">
        <Facts facts={factsOf(run)} />
      </Panel>
      {asking ? (
        <ReasonDialog
          title={asking === 'approve' ? `批准销毁 ${run.itemCount} 件` : '不予销毁'}
          label="说明"
          field="comment"
          okText={asking === 'approve' ? '批准销毁' : '不予销毁'}
          danger={asking === 'approve'}
          busy={command.busy}
          fault={command.fault}
          note={asking === 'approve' ? '销毁以后不能恢复。请先逐个核对名单。' : undefined}
          onClose={() => {
            setAsking(null)
          }}
          onSave={(comment) => {
            void decide(comment)
          }}
        />
      ) : null}
    </>
  )
}

function factsOf(run: RetentionRun) {
  return [
    { label: '依据', value: run.basis },
    { label: '截止', value: <span className="ap-num">{run.beforeOn} 以前终止的</span> },
    { label: '提出', value: `${run.proposedBy ?? '系统'}　${instantText(run.proposedAt)}` },
    {
      label: '批准',
      value: run.decidedAt === null ? '待第二人批准' : `${run.decidedBy ?? ''}　${instantText(run.decidedAt)}`,
    },
    ...(run.comment === null ? [] : [{ label: '说明', value: run.comment }]),
    { label: '结果', value: `已销毁 ${run.destroyedCount} 件，不销毁 ${run.sparedCount} 件` },
    { label: '完成', value: instantText(run.finishedAt) },
    { label: '凭据校验值', value: <span className="ap-num cu-proof">{run.proofHash ?? '—'}</span> },
  ]
}

function Proof({ item }: { item: Item }): ReactElement {
  if (item.proof === null) return <>—</>
  const rows = Object.values(item.proof.rows).reduce((sum, count) => sum + count, 0)
  return (
    <span className="cu-proof">
      {rows} 行、{item.proof.files} 个文件　{instantText(item.destroyedAt)}
      {'　'}
      <span className="ap-num">{item.proof.sha256.slice(0, 16)}…</span>
    </span>
  )
}
