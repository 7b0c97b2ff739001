/** 时效周报: made by itself each Monday and on demand; both files, and to whom it is mailed (T28). */
import { getTimingReport, listTimingReports, setReportMail, startTimingReport } from '@anpei/contract/reporting'
import type { TimingReportRow } from '@anpei/contract/reporting'
import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand, useDownload } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, DataTable, DayInput, Empty, FaultNote, Icon, Panel, saveFile } from '../kit/index.ts'
import type { Column } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { rateText } from './ledger-words.ts'
import { periodText } from './period-text.ts'

const EVERY_SECONDS = 5

export function TimingReports(): ReactElement {
  const may = useMay()
  if (!may('duty.read')) return <Empty>您的岗位不能查看时效周报。</Empty>
  return <Reports />
}

function Reports(): ReactElement {
  const found = useCall(listTimingReports, {}, { everySeconds: EVERY_SECONDS })
  const start = useCommand(startTimingReport)
  const [on, setOn] = useState('')
  const [started, setStarted] = useState(false)
  const run = async (): Promise<void> => {
    if (await start.run({ body: on === '' ? {} : { on } })) setStarted(true)
  }
  return (
    <div className="ap-stack">
      <Panel title="现在生成一份">
        <FaultNote fault={start.fault} />
        <div className="ap-row">
          <label className="ap-row">
            那一周里的任一天（不填是上一周）
            <DayInput value={on} onChange={setOn} />
          </label>
          <Button
            type="primary"
            loading={start.busy}
            onClick={() => {
              void run()
            }}
          >
            生成周报
          </Button>
          {started ? (
            <span role="status">
              已开始，完成后出现在下面；进度见<Link to="/tasks">后台任务</Link>。
            </span>
          ) : null}
        </div>
      </Panel>
      <Answered of={found}>
        {({ reports, mailTo, can }) => (
          <>
            <Panel title="时效周报" flush>
              <DataTable<TimingReportRow>
                label="时效周报"
                columns={columns}
                rows={reports}
                empty={<Empty>还没有周报。每周一 06:00 自动生成上一周的，并作为“响应时效”的证明材料归档。</Empty>}
              />
            </Panel>
            {can.includes('manage') ? <MailTo key={mailTo.join(',')} mailTo={mailTo} /> : null}
          </>
        )}
      </Answered>
    </div>
  )
}

const columns: readonly Column<TimingReportRow>[] = [
  {
    key: 'week',
    title: '周',
    render: (row) => (
      <>
        <strong className="ap-num">{periodText(row.weekKey)}</strong>{' '}
        <small className="ap-num">
          {row.fromOn} 至 {row.toOn}
        </small>
      </>
    ),
  },
  { key: 'rate', title: '按时率', align: 'right', render: (row) => rateText(row.keptBps) },
  { key: 'kept', title: '按时', align: 'right', render: (row) => row.kept.toLocaleString('en-US') },
  { key: 'broken', title: '超时', align: 'right', render: (row) => row.broken.toLocaleString('en-US') },
  { key: 'made', title: '生成', render: (row) => `${row.madeBy ?? '自动'} ${instantText(row.madeAt)}` },
  { key: 'files', title: '下载', render: (row) => <Files row={row} /> },
]

function Files({ row }: { row: TimingReportRow }): ReactElement {
  const download = useDownload(getTimingReport)
  return (
    <span className="ap-row">
      <FaultNote fault={download.fault} />
      {(['pdf', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          size="small"
          icon={<Icon name="download" size={14} />}
          loading={download.busy}
          onClick={() => {
            download.get({ params: { reportId: row.id, format } }, (file) => {
              saveFile(file, `时效周报-${row.weekKey}.${format}`)
            })
          }}
        >
          {format === 'pdf' ? 'PDF' : 'Excel'}
        </Button>
      ))}
    </span>
  )
}

function MailTo({ mailTo }: { mailTo: readonly string[] }): ReactElement {
  const set = useCommand(setReportMail)
  const [text, setText] = useState(mailTo.join('\n'))
  const addresses = text.split(/[\s,，;；]+/).filter((one) => one !== '')
  return (
    <Panel title="自动发到邮箱">
      <FaultNote fault={set.fault} />
      <label className="ap-label" htmlFor="report-mail">
        收件邮箱，一行一个（最多 20 个，不填就不发）
      </label>
      <Input.TextArea
        id="report-mail"
        value={text}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => {
          setText(event.target.value)
        }}
      />
      <div className="ap-row rp-top">
        <Button
          loading={set.busy}
          disabled={addresses.join(',') === mailTo.join(',')}
          onClick={() => {
            void set.run({ body: { addresses } })
          }}
        >
          保存
        </Button>
      </div>
    </Panel>
  )
}
