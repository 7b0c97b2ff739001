/** Roster imports: a new file, and the history of those before (PRG-05). */
import { listImports, type ImportView } from '@anpei/contract/programme'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { PagedTable, PageHead, Panel, Tag, type Column, type Tone } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { isRunning, percentOf } from '../TaskBar.tsx'
import { UploadPanel } from '../UploadPanel.tsx'
import '../programme.css'

const SIZE = 20
export const importTones: Readonly<Record<ImportView['state'], Tone>> = {
  reading: 'blue',
  read: 'amber',
  confirmed: 'green',
  discarded: 'grey',
  failed: 'red',
}

const columns: readonly Column<ImportView>[] = [
  { key: 'file', title: '文件', render: (row) => <Link to={`/roster-imports/${row.id}`}>{row.fileName}</Link> },
  { key: 'kind', title: '种类', render: (row) => (row.kind === 'initial' ? '首次' : '月度') },
  { key: 'asOf', title: '截至', render: (row) => row.asOfOn },
  {
    key: 'state',
    title: '状态',
    render: (row) => (
      <>
        <Tag tone={importTones[row.state]}>{row.stateWord}</Tag>{' '}
        <small>{row.task && isRunning(row.task) ? `${percentOf(row.task)}%` : ''}</small>
      </>
    ),
  },
  { key: 'rows', title: '行数', align: 'right', render: (row) => row.rowCount.toLocaleString('en-US') },
  {
    key: 'bad',
    title: '待处理问题行',
    align: 'right',
    render: (row) => (row.openBadCount === 0 ? '0' : <Tag tone="red">{row.openBadCount}</Tag>),
  },
  {
    key: 'wait',
    title: '待确认差异',
    align: 'right',
    render: (row) => row.differences.reduce((sum, { waiting }) => sum + waiting, 0).toLocaleString('en-US'),
  },
  {
    key: 'by',
    title: '导入',
    render: (row) => (
      <>
        {row.startedBy ?? '系统'} <small>{instantText(row.startedAt)}</small>
      </>
    ),
  },
  {
    key: 'ok',
    title: '确认',
    wideOnly: true,
    render: (row) => (row.confirmedBy === null ? '—' : `${row.confirmedBy} ${instantText(row.confirmedAt)}`),
  },
]

export default function ImportsPage(): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const navigate = useNavigate()
  const may = useMay()
  const found = useCall(listImports, { query: { limit: SIZE, cursor: trail.at(-1) } }, { everySeconds: 5 })
  const running = found.shown?.items.filter(({ task }) => isRunning(task)).length ?? 0
  return (
    <>
      <PageHead title="导入花名册" note={running ? `有 ${running} 个导入正在进行` : '民政部门的名册，CSV 或 XLSX'}>
        <Link to="/discharges">医院出院名单</Link>
        <Link to="/roster">回花名册</Link>
      </PageHead>
      <div className="ap-stack">
        {may('roster.import') ? <UploadPanel /> : null}
        <Panel title="导入记录" flush>
          <PagedTable
            of={found}
            search={{ trail, onTrail: setTrail }}
            size={SIZE}
            label="导入记录"
            columns={columns}
            onOpen={(row) => {
              void navigate(`/roster-imports/${row.id}`)
            }}
            empty={may('roster.import') ? '还没有导入过。把名册文件拖到上面开始。' : '还没有导入过。'}
          />
        </Panel>
      </div>
    </>
  )
}
