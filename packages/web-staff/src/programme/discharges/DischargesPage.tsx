/**
 * Hospitals' discharge lists (PRG-05): a new one, and what came of those before. Insured people whose stay may be an
 * accident become possible claims to be asked about.
 */
import { listImports, startDischargeImport, type ImportView } from '@anpei/contract/programme'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { PagedTable, PageHead, Panel, Tag, type Column } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { ImportUpload } from '../roster/ImportUpload.tsx'
import { importTones } from '../roster/ImportsPage.tsx'
import { isRunning, percentOf } from '../TaskBar.tsx'
import '../programme.css'

const SIZE = 20

const columns: readonly Column<ImportView>[] = [
  { key: 'file', title: '文件', render: (row) => <Link to={`/roster-imports/${row.id}`}>{row.fileName}</Link> },
  { key: 'asOf', title: '名单截至', render: (row) => row.asOfOn },
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
  { key: 'rows', title: '人次', align: 'right', render: (row) => row.rowCount.toLocaleString('en-US') },
  {
    key: 'opened',
    title: '新的可能理赔',
    align: 'right',
    render: (row) => (row.counts['opened'] ? <Tag tone="amber">{row.counts['opened']}</Tag> : '0'),
  },
  {
    key: 'bad',
    title: '待处理问题行',
    align: 'right',
    render: (row) => (row.openBadCount === 0 ? '0' : <Tag tone="red">{row.openBadCount}</Tag>),
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
]

export default function DischargesPage(): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const navigate = useNavigate()
  const may = useMay()
  const query = { feed: 'discharge', limit: SIZE, cursor: trail.at(-1) } as const
  const found = useCall(listImports, { query }, { everySeconds: 5 })
  return (
    <>
      <PageHead title="医院出院名单" note="名单里在保老人的受伤住院，会列成“可能的理赔”，主动去问。">
        <Link to="/outreaches">可能的理赔</Link>
      </PageHead>
      <div className="ap-stack">
        {may('roster.import') ? <Upload /> : null}
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
            empty="还没有导入过出院名单。"
          />
        </Panel>
      </div>
    </>
  )
}

function Upload(): ReactElement {
  const start = useCommand(startDischargeImport)
  return (
    <ImportUpload
      title="导入新名单"
      label="出院名单文件"
      note="要有这些列：姓名、身份证号、医院、入院日期、出院日期；有诊断、损伤编码更好。不在保的人不会留下记录，同一名单再导一次不会重复。"
      asOf="名单截至"
      busy={start.busy}
      fault={start.fault}
      onStart={({ programmeId, asOfOn }, file) =>
        start.run({ body: { programmeId, asOfOn } }, [{ field: 'table', file, name: file.name }])
      }
    />
  )
}
