/** 时限预警: the warnings of clocks to the signed-in person (CLK-04). */
import { listAlarms, markAlarmsSeen, type ClockAlarm } from '@anpei/contract/sla'
import { Button, Segmented } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useMay } from '../identity/index.ts'
import { useCall, useCommand, useLive } from '../client/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  FaultNote,
  keyIn,
  PageHead,
  Panel,
  Tag,
  useSearchState,
  type Column,
  type Tone,
} from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { casePath } from './case-path.ts'
import './sla.css'

const WHICH = { unseen: '未读', all: '全部' } as const
const heard = [listAlarms]

const columns: readonly Column<ClockAlarm>[] = [
  {
    key: 'percent',
    title: '预警',
    render: (row) => (
      <Tag tone={toneOf(row)} icon={row.percent >= 100 ? 'alert' : 'clock'}>
        {markOf(row)}
      </Tag>
    ),
  },
  { key: 'case', title: '案件', render: (row) => <CaseLink row={row} /> },
  {
    key: 'clock',
    title: '时限',
    render: (row) => (
      <>
        {row.clockTitle}
        <div>
          <small className="ap-muted">{row.explanation}</small>
        </div>
      </>
    ),
  },
  { key: 'level', title: '通知您是因为', wideOnly: true, render: (row) => row.levelWord },
  { key: 'at', title: '时间', render: (row) => <span className="ap-num">{instantText(row.visibleAt)}</span> },
]

function toneOf({ cause, percent }: ClockAlarm): Tone {
  if (percent >= 100) return 'red'
  return percent >= 80 || cause !== 'threshold' ? 'amber' : 'blue'
}

function markOf({ cause, percent, subjectKind }: ClockAlarm): string {
  if (subjectKind === 'calendar') return '缺放假通知'
  if (cause === 'calendar' || cause === 'definition') return '期限提前'
  if (cause === 'certificate') return percent >= 100 ? '证书已过期' : '证书将到期'
  if (cause === 'extension') return '申请延期'
  if (cause === 'backdating') return '补录待认可'
  if (cause === 'choice') return '待选定'
  if (cause === 'report') return '收到报告'
  if (percent < 100) return `已用 ${percent}%`
  return percent === 100 ? '已到期' : `已超期（${percent}%）`
}

function CaseLink({ row }: { row: ClockAlarm }): ReactElement {
  const may = useMay()
  if (row.cause === 'backdating') return <Link to="/late-entries">{row.subjectNo}</Link>
  if (row.cause === 'certificate')
    return may('identity.read') ? <Link to={`/staff/${row.subjectId}`}>{row.subjectNo}</Link> : <>{row.subjectNo}</>
  if (row.subjectKind === 'calendar') return <Link to="/calendars">{row.subjectNo}</Link>
  return <Link to={casePath(row.subjectKind, row.subjectId)}>{row.subjectNo}</Link>
}

export default function AlarmsPage(): ReactElement {
  const search = useSearchState()
  useLive('alarms', heard)
  const which = keyIn(WHICH, search.get('which')) ?? 'unseen'
  const found = useCall(listAlarms, { query: { unseen: which === 'unseen' ? 'true' : 'false' } })
  const seen = useCommand(markAlarmsSeen)
  return (
    <>
      <PageHead title="时限预警" note="用到一半、八成、到期、超期时各提醒一次：先承办人，再逐级上报。" />
      <Panel flush>
        <div className="ap-filters">
          <Segmented
            value={which}
            options={Object.entries(WHICH).map(([value, label]) => ({ value, label }))}
            onChange={(value) => {
              search.set({ which: String(value) })
            }}
          />
          <Button
            disabled={(found.shown?.unseen ?? 0) === 0}
            loading={seen.busy}
            onClick={() => {
              void seen.run({ body: { ids: [] } })
            }}
          >
            全部标为已读
          </Button>
        </div>
        {seen.fault ? <FaultNote fault={seen.fault} /> : null}
        <Answered of={found}>
          {({ items }) => (
            <DataTable
              label="时限预警"
              columns={columns}
              rows={items}
              empty={<Empty>{which === 'unseen' ? '没有未读的预警。' : '还没有收到过预警。'}</Empty>}
            />
          )}
        </Answered>
      </Panel>
    </>
  )
}
