/** Data security incidents: two hours, a day, five working days (SLA L12). */
import { listIncidents, type IncidentRow } from '@anpei/contract/customers'
import { INCIDENT_LEVELS } from '@anpei/domain/customers'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { Answered, DataTable, Empty, LeftTag, Pager, Panel, Tag, type Column } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { IncidentDialog } from './IncidentDialog.tsx'

const SIZE = 20
const columns: readonly Column<IncidentRow>[] = [
  {
    key: 'no',
    title: '编号',
    render: (row) => (
      <Link to={`/data-incidents/${row.id}`} className="ap-num ap-strong">
        {row.incidentNo}
      </Link>
    ),
  },
  {
    key: 'title',
    title: '事件',
    render: (row) => (
      <span className="ap-row">
        {row.title}
        {row.sealed ? (
          <Tag tone="red" icon="shield">
            密封
          </Tag>
        ) : null}
      </span>
    ),
  },
  { key: 'level', title: '级别', render: (row) => INCIDENT_LEVELS[row.level] },
  {
    key: 'state',
    title: '状态',
    render: (row) => <Tag tone={row.state === 'closed' ? 'green' : 'amber'}>{row.stateWord}</Tag>,
  },
  { key: 'due', title: '剩余时间', render: (row) => <LeftTag of={row} /> },
  { key: 'at', title: '发现', render: (row) => <span className="ap-num">{instantText(row.knownAt)}</span> },
]

export function IncidentsTab(): ReactElement {
  const may = useMay()
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const [trail, setTrail] = useState<readonly string[]>([])
  const cursor = trail.at(-1)
  const found = useCall(listIncidents, { query: { limit: SIZE, ...(cursor ? { cursor } : {}) } })
  const add = may('privacy.answer') ? (
    <Button
      danger
      onClick={() => {
        setAdding(true)
      }}
    >
      登记事件
    </Button>
  ) : null
  return (
    <Panel title="数据安全事件" acts={add} flush>
      <Answered of={found}>
        {(page) => (
          <>
            <DataTable<IncidentRow>
              label="数据安全事件"
              columns={columns}
              rows={page.items}
              empty={<Empty>没有事件。发现后两小时内要首报，二十四小时内书面报告。</Empty>}
              toneOf={(row) => (row.timeLeft?.late ? 'late' : null)}
              onOpen={(row) => {
                void navigate(`/data-incidents/${row.id}`)
              }}
            />
            <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
          </>
        )}
      </Answered>
      {adding ? (
        <IncidentDialog
          onClose={() => {
            setAdding(false)
          }}
          onRecorded={(id) => {
            void navigate(`/data-incidents/${id}`)
          }}
        />
      ) : null}
    </Panel>
  )
}
