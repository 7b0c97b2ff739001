/** The periods as they stand, and the lists of destruction with their proofs (CUS-10). */
import { listRetention, proposeRetention, type RetentionRun } from '@anpei/contract/customers'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { Answered, DataTable, Empty, FaultNote, Pager, Panel, Tag, type Column } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'

const SIZE = 20
type Class = Answer<typeof listRetention>['classes'][number]

const classColumns: readonly Column<Class>[] = [
  { key: 'title', title: '种类', render: (row) => <strong>{row.title}</strong> },
  {
    key: 'keep',
    title: '保存',
    render: (row) => <span className="ap-num">{row.keepYears > 0 ? `${row.keepYears} 年` : `${row.keepDays} 天`}</span>,
  },
  { key: 'from', title: '从什么时候算', render: (row) => row.from },
  { key: 'basis', title: '依据', render: (row) => row.basis },
  {
    key: 'before',
    title: '现在到期的',
    render: (row) => <span className="ap-num">{row.beforeOn} 以前</span>,
  },
]

const runColumns: readonly Column<RetentionRun>[] = [
  {
    key: 'no',
    title: '清单号',
    render: (row) => (
      <Link to={`/retention/${row.id}`} className="ap-num ap-strong">
        {row.runNo}
      </Link>
    ),
  },
  { key: 'title', title: '内容', render: (row) => row.title },
  { key: 'state', title: '状态', render: (row) => <RunTag run={row} /> },
  {
    key: 'count',
    title: '件数',
    align: 'right',
    render: (row) => <span className="ap-num">{row.itemCount}</span>,
  },
  { key: 'by', title: '提出', render: (row) => row.proposedBy ?? '系统' },
  { key: 'at', title: '时间', render: (row) => <span className="ap-num">{instantText(row.proposedAt)}</span> },
]

export function RetentionTab(): ReactElement {
  const may = useMay()
  const navigate = useNavigate()
  const [trail, setTrail] = useState<readonly string[]>([])
  const cursor = trail.at(-1)
  const found = useCall(listRetention, { query: { limit: SIZE, ...(cursor ? { cursor } : {}) } })
  const propose = useCommand(proposeRetention)
  const start = async (kind: string): Promise<void> => {
    const run = await propose.run({ body: { class: kind } })
    if (run) void navigate(`/retention/${run.id}`)
  }
  // Several classes are about persons: one list gathers them.
  const columnsOf = (classes: readonly Class[]): readonly Column<Class>[] => [
    ...classColumns,
    {
      key: 'act',
      title: '',
      render: (row) =>
        may('privacy.answer') && classes.find((one) => one.subject === row.subject) === row ? (
          <Button size="small" loading={propose.busy} onClick={() => void start(row.subject)}>
            {row.subject === 'person' ? '提出到期客户清单' : '提出到期清单'}
          </Button>
        ) : null,
    },
  ]
  return (
    <Answered of={found}>
      {(page) => (
        <div className="ap-stack">
          <Panel title="销毁清单" flush>
            <DataTable<RetentionRun>
              label="销毁清单"
              columns={runColumns}
              rows={page.items}
              empty={<Empty>还没有清单。清单由一人提出，另一人批准后才会销毁。</Empty>}
              onOpen={(row) => {
                void navigate(`/retention/${row.id}`)
              }}
            />
            <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
          </Panel>
          <Panel title="保存期限" flush>
            <FaultNote fault={propose.fault} />
            <DataTable<Class> label="保存期限" columns={columnsOf(page.classes)} rows={page.classes} />
          </Panel>
        </div>
      )}
    </Answered>
  )
}

export function RunTag({ run }: { run: Pick<RetentionRun, 'state' | 'stateWord'> }): ReactElement {
  const tone = run.state === 'done' ? 'green' : run.state === 'rejected' ? 'grey' : 'amber'
  return <Tag tone={tone}>{run.stateWord}</Tag>
}
