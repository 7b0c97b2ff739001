/** Requests by due time (CUS-07, L13). */
import { listDataRequests, type DataRequestRow } from '@anpei/contract/customers'
import { Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../../client/index.ts'
import { Answered, DataTable, Empty, LeftTag, Pager, Panel, Tag, type Column } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'

const SIZE = 20
const columns: readonly Column<DataRequestRow>[] = [
  {
    key: 'no',
    title: '编号',
    render: (row) => (
      <Link to={`/data-requests/${row.id}`} className="ap-num ap-strong">
        {row.requestNo}
      </Link>
    ),
  },
  { key: 'person', title: '客户', render: (row) => row.personName },
  { key: 'kind', title: '请求', render: (row) => row.kindWord },
  { key: 'state', title: '状态', render: (row) => <RequestTag request={row} /> },
  { key: 'due', title: '剩余时间', render: (row) => <LeftTag of={row} /> },
  { key: 'owner', title: '承办人', render: (row) => row.owner ?? '—' },
  { key: 'at', title: '收到', render: (row) => <span className="ap-num">{instantText(row.receivedAt)}</span> },
]

export function RequestsTab(): ReactElement {
  const [show, setShow] = useState<'open' | 'ended'>('open')
  const [trail, setTrail] = useState<readonly string[]>([])
  const navigate = useNavigate()
  const cursor = trail.at(-1)
  const found = useCall(listDataRequests, { query: { show, limit: SIZE, ...(cursor ? { cursor } : {}) } })
  return (
    <Panel flush>
      <div className="ap-filters">
        <Segmented
          options={[
            { value: 'open', label: '待办' },
            { value: 'ended', label: '已答复' },
          ]}
          value={show}
          onChange={(next) => {
            setTrail([])
            setShow(next === 'ended' ? 'ended' : 'open')
          }}
        />
        <span className="ap-muted ap-small">新的请求在客户页的“个人信息”里登记。</span>
      </div>
      <Answered of={found}>
        {(page) => (
          <>
            <DataTable<DataRequestRow>
              label="个人信息请求"
              columns={columns}
              rows={page.items}
              empty={<Empty>{show === 'open' ? '没有待办的请求。' : '没有记录。'}</Empty>}
              toneOf={(row) => (row.timeLeft?.late ? 'late' : null)}
              onOpen={(row) => {
                void navigate(`/data-requests/${row.id}`)
              }}
            />
            <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
          </>
        )}
      </Answered>
    </Panel>
  )
}

export function RequestTag({ request }: { request: Pick<DataRequestRow, 'state' | 'stateWord'> }): ReactElement {
  const open = request.state === 'received' || request.state === 'verified'
  return <Tag tone={open ? 'amber' : request.state === 'refused' ? 'red' : 'green'}>{request.stateWord}</Tag>
}
