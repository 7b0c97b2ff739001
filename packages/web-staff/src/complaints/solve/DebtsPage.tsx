/** CMP-10: the board of closing debts: every told complaint and what stands before its closing. */
import { listClosingDebts } from '@anpei/contract/complaints'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../../client/index.ts'
import { instantText } from '../../kernel/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  PageHead,
  Pager,
  Panel,
  Tag,
  useSearchState,
  type Column,
} from '../../kit/index.ts'
import type { Answer } from '@anpei/contract/kernel'

type Row = Answer<typeof listClosingDebts>['items'][number]

const COLUMNS: readonly Column<Row>[] = [
  { key: 'no', title: '投诉编号', render: (row) => <Link to={`/complaints/${row.id}`}>{row.complaintNo}</Link> },
  { key: 'name', title: '投诉人', render: (row) => row.name },
  { key: 'who', title: '责任人', render: (row) => row.responsibleName ?? '—' },
  { key: 'told', title: '告知时间', render: (row) => (row.toldAt ? instantText(row.toldAt) : '—') },
  {
    key: 'debts',
    title: '还差什么',
    render: (row) =>
      row.debts.length === 0 ? (
        <Tag tone="green" icon="check">
          可以办结
        </Tag>
      ) : (
        <span className="ap-row">
          {row.debts.map((debt) => (
            <Tag key={debt.code} tone="amber">
              {debt.text}
            </Tag>
          ))}
        </span>
      ),
  },
]

const SIZE = 20

export default function DebtsPage(): ReactElement {
  const { cursor, trail, onTrail } = useSearchState()
  const found = useCall(listClosingDebts, { query: { limit: SIZE, ...(cursor ? { cursor } : {}) } })
  return (
    <>
      <PageHead title="投诉待办结" note="决定已告知、还没有办结的投诉。每一项做完之前不能办结。" />
      <Panel flush>
        <Answered of={found}>
          {(page) => (
            <>
              <DataTable
                label="投诉待办结"
                columns={COLUMNS}
                rows={page.items}
                empty={<Empty>没有待办结的投诉。</Empty>}
              />
              <Pager page={page} trail={trail} onTrail={onTrail} size={SIZE} />
            </>
          )}
        </Answered>
      </Panel>
    </>
  )
}
