/** Payment batches: the list, and the bank's return file in. */
import { listBatches, type BatchView } from '@anpei/contract/claims'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { Answered, DataTable, Empty, PageHead, Pager, Panel, type Column } from '../../kit/index.ts'
import { instantText, yuan } from '../../kernel/index.ts'
import { BankReturn } from './BankReturn.tsx'
import { MakeBatch } from './MakeBatch.tsx'
import { StateTag } from '../tags.tsx'
import '../claims.css'

const PAGE_SIZE = 20
const T = { title: '支付批次', none: '还没有支付批次。', list: '批次列表' } as const

const columns: readonly Column<BatchView>[] = [
  {
    key: 'no',
    title: '批次号',
    render: (row) => (
      <Link className="ap-num ap-strong" to={`/payment-batches/${row.id}`}>
        {row.batchNo}
      </Link>
    ),
  },
  { key: 'state', title: '状态', render: (row) => <StateTag state={row.state} word={row.stateWord} /> },
  { key: 'count', title: '笔数', align: 'right', render: (row) => row.paymentCount },
  { key: 'total', title: '金额', align: 'right', render: (row) => <b>{yuan(row.totalFen)}</b> },
  {
    key: 'back',
    title: '到账 / 失败',
    render: (row) => (
      <span className="ap-num">
        {row.paidCount} / <span className={row.failedCount ? 'ap-bad' : ''}>{row.failedCount}</span>
      </span>
    ),
  },
  {
    key: 'made',
    title: '编制',
    render: (row) => (
      <>
        {row.madeBy} <small className="ap-num">{instantText(row.madeAt)}</small>
      </>
    ),
  },
  {
    key: 'sent',
    title: '送出',
    render: (row) =>
      row.sentBy === null ? (
        '—'
      ) : (
        <>
          {row.sentBy} <small className="ap-num">{instantText(row.sentAt)}</small>
        </>
      ),
  },
]

export default function BatchesPage(): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const navigate = useNavigate()
  const allowed = useMay()
  const cursor = trail.at(-1)
  const batches = useCall(listBatches, { query: { limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) } })
  return (
    <div className="ap-stack">
      <PageHead title={T.title}>{allowed('payment.batch') ? <MakeBatch /> : null}</PageHead>
      {allowed('payment.return') ? <BankReturn /> : null}
      <Panel flush>
        <Answered of={batches}>
          {(page) => (
            <>
              <DataTable<BatchView>
                label={T.list}
                columns={columns}
                rows={page.items}
                empty={<Empty>{T.none}</Empty>}
                onOpen={(row) => {
                  void navigate(`/payment-batches/${row.id}`)
                }}
              />
              <Pager page={page} trail={trail} onTrail={setTrail} size={PAGE_SIZE} />
            </>
          )}
        </Answered>
      </Panel>
    </div>
  )
}
