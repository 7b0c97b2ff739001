/** What left the house: who, why, for whom; found by the number on the file (CUS-09). */
import { listExports } from '@anpei/contract/customers'
import type { Answer } from '@anpei/contract/kernel'
import { Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { Answered, DataTable, Empty, Pager, Panel, type Column } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'

const SIZE = 20
type Row = Answer<typeof listExports>['items'][number]

const FORMATS: Readonly<Record<string, string>> = { csv: '（CSV）', xlsx: '（Excel）', pdf: '（PDF）' }

const columns: readonly Column<Row>[] = [
  { key: 'no', title: '编号', render: (row) => <span className="ap-num ap-strong">{row.exportNo}</span> },
  { key: 'what', title: '内容', render: (row) => `${row.what}${FORMATS[row.format] ?? ''}` },
  { key: 'by', title: '导出人', render: (row) => row.madeBy ?? '系统' },
  { key: 'at', title: '时间', render: (row) => <span className="ap-num">{instantText(row.madeAt)}</span> },
  { key: 'why', title: '理由', render: (row) => row.reason },
  { key: 'partner', title: '给谁', render: (row) => row.partner ?? '内部使用' },
  {
    key: 'rows',
    title: '行数',
    align: 'right',
    render: (row) => <span className="ap-num">{row.rowCount ?? '—'}</span>,
  },
]

export function ExportsTab(): ReactElement {
  const [no, setNo] = useState('')
  const [trail, setTrail] = useState<readonly string[]>([])
  const cursor = trail.at(-1)
  const query = { limit: SIZE, ...(no ? { no } : {}), ...(cursor ? { cursor } : {}) }
  const found = useCall(listExports, { query })
  return (
    <Panel flush>
      <div className="ap-filters">
        <Input.Search
          allowClear
          placeholder="文件上的编号"
          aria-label="文件上的编号"
          style={{ maxWidth: 260 }}
          onSearch={(text) => {
            setTrail([])
            setNo(text.trim())
          }}
        />
        <span className="ap-muted ap-small">编号印在表格的页眉、页脚和文件名里。</span>
      </div>
      <Answered of={found}>
        {(page) => (
          <>
            <DataTable<Row>
              label="导出记录"
              columns={columns}
              rows={page.items}
              empty={<Empty>{no ? '没有这个编号。' : '还没有导出过。'}</Empty>}
            />
            <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
          </>
        )}
      </Answered>
    </Panel>
  )
}
