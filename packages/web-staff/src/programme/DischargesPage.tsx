/**
 * Hospitals' discharge lists (PRG-05): a new one, and what came of those before. Insured people whose stay may be an
 * accident become possible claims to be asked about.
 */
import { listImports, listProgrammes, startDischargeImport, type ImportView } from '@anpei/contract/programme'
import { Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { DayInput, Field, PagedTable, PageHead, Panel, Tag, UploadForm, type Column } from '../kit/index.ts'
import { instantText, today } from '../kernel/index.ts'
import { importTones } from './ImportsPage.tsx'
import { isRunning, percentOf } from './TaskBar.tsx'
import './programme.css'

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

type Values = { programmeId: string; asOfOn: string }

function Upload(): ReactElement {
  const navigate = useNavigate()
  const programmes = useCall(listProgrammes, {})
  const start = useCommand(startDischargeImport)
  const send = async (body: Values, file: File): Promise<void> => {
    const started = await start.run({ body }, [{ field: 'table', file, name: file.name }])
    if (started) void navigate(`/roster-imports/${started.id}`)
  }
  const choices = (programmes.shown?.programmes ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const [only] = choices
  if (!only) return <Panel title="导入新名单">还没有可导入的方案。</Panel>
  return (
    <Panel title="导入新名单">
      <UploadForm<Values>
        label="出院名单文件"
        act="开始导入"
        note="要有这些列：姓名、身份证号、医院、入院日期、出院日期；有诊断、损伤编码更好。不在保的人不会留下记录，同一名单再导一次不会重复。"
        initial={{ programmeId: only.value, asOfOn: today() }}
        busy={start.busy}
        fault={start.fault}
        onSend={(values, file) => {
          void send(values, file)
        }}
      >
        <Field name="programmeId" label="方案" required>
          <Select options={choices} />
        </Field>
        <Field name="asOfOn" label="名单截至" required>
          <DayInput max={today()} />
        </Field>
      </UploadForm>
    </Panel>
  )
}
