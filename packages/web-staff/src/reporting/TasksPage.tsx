/** 后台任务: long work one started, with its progress and its file (OPS-05); a long claims export starts here. */
import { listSharing } from '@anpei/contract/customers'
import { getTaskFile, listTasks, startClaimExport, type BackgroundTask } from '@anpei/contract/reporting'
import { dayOfInstant } from '@anpei/domain/kernel'
import { Button, Input, Progress, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useSearchParams } from 'react-router'
import { filterOf } from '../claims/index.ts'
import { useCall, useCommand, useDownload } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, DataTable, Empty, FaultNote, Icon, PageHead, Panel, saveFile, Tag } from '../kit/index.ts'
import type { Column, Tone } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { isRunning, percentOf, progressText } from './progress.ts'
import './reporting.css'

const EVERY_SECONDS = 3
const STATES: Readonly<Record<BackgroundTask['state'], { readonly word: string; readonly tone: Tone }>> = {
  waiting: { word: '排队中', tone: 'grey' },
  running: { word: '进行中', tone: 'blue' },
  done: { word: '已完成', tone: 'green' },
  failed: { word: '没有成功', tone: 'red' },
}
/** Where the result of the work is looked at. */
const PAGES: Readonly<Record<string, { readonly to: string; readonly title: string }>> = {
  'claims.sweep': { to: '/sweep', title: '看少赔清单' },
  roster_import: { to: '/roster-imports', title: '看导入记录' },
  discharge_import: { to: '/discharges', title: '看导入记录' },
  timing_report: { to: '/promise-ledger?view=reports', title: '看时效周报' },
  rehearsal: { to: '/programmes', title: '看方案' },
}

const columns: readonly Column<BackgroundTask>[] = [
  { key: 'title', title: '任务', render: (row) => <strong>{row.title}</strong> },
  { key: 'state', title: '状态', render: (row) => <Tag tone={STATES[row.state].tone}>{STATES[row.state].word}</Tag> },
  { key: 'progress', title: '进度', render: (row) => <Progressing task={row} /> },
  { key: 'from', title: '开始', render: (row) => <span className="ap-num">{instantText(row.createdAt)}</span> },
  { key: 'to', title: '完成', render: (row) => <span className="ap-num">{instantText(row.finishedAt)}</span> },
  { key: 'act', title: '结果', render: (row) => <Result task={row} /> },
]

export default function TasksPage(): ReactElement {
  const found = useCall(listTasks, {}, { everySeconds: EVERY_SECONDS })
  return (
    <>
      <PageHead title="后台任务" note="您发起的导入、导出、排查、预演。可以离开，稍后从右上角的个人菜单回来看。" />
      <div className="ap-stack">
        <ExportStart />
        <Panel title="最近 30 项" flush>
          <Answered of={found}>
            {({ tasks }) => (
              <DataTable
                label="后台任务"
                columns={columns}
                rows={tasks}
                empty={<Empty>还没有后台任务。导出很长的清单、导入花名册、少赔排查时，会列在这里。</Empty>}
              />
            )}
          </Answered>
        </Panel>
      </div>
    </>
  )
}

/** The claims list hands its filters over in the address: `?export=csv&state=open`. */
function ExportStart(): ReactElement | null {
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const start = useCommand(startClaimExport)
  const [reason, setReason] = useState('')
  const [partnerId, setPartnerId] = useState<string | null>(null)
  const format = search.get('export') === 'xlsx' ? 'xlsx' : 'csv'
  if (search.get('export') === null) return null
  const filter = filterOf(search)
  const { overdue, ...rest } = filter
  const body = {
    ...rest,
    format,
    reason,
    partnerId,
    ...(overdue === undefined ? {} : { overdue: overdue === 'true' }),
  } as const
  const run = async (): Promise<void> => {
    if (await start.run({ body })) setSearch(new URLSearchParams(), { replace: true })
  }
  const filters = Object.keys(filter).filter((name) => name !== 'sort').length
  return (
    <Panel title="后台导出赔案列表">
      <p>
        {filters === 0 ? '导出全部赔案' : `按赔案列表上的 ${filters} 项筛选导出`}
        ，格式 {format === 'xlsx' ? 'Excel' : 'CSV'}；身份证号、电话会打上星号，导出记入审计日志。
      </p>
      <FaultNote fault={start.fault} />
      <div className="ap-row rp-top">
        <Input
          value={reason}
          maxLength={200}
          placeholder="为什么导出"
          aria-label="为什么导出"
          style={{ maxWidth: 320 }}
          onChange={(event) => {
            setReason(event.target.value)
          }}
        />
        {may('privacy.read') ? <Partner value={partnerId} onChange={setPartnerId} /> : null}
      </div>
      <div className="ap-row rp-top">
        <Button
          type="primary"
          icon={<Icon name="download" />}
          loading={start.busy}
          onClick={() => {
            void run()
          }}
        >
          开始后台导出
        </Button>
        <Link to={`/claims?${backText(search)}`}>回赔案列表</Link>
      </div>
    </Panel>
  )
}

/** For whom it is: nothing leaves the house without an agreement in force (CUS-09). */
function Partner({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }): ReactElement {
  const register = useCall(listSharing, {})
  const partners = (register.shown?.entries ?? []).filter((entry) => entry.inForce)
  return (
    <Select<string>
      aria-label="给谁"
      value={value ?? ''}
      style={{ minWidth: 220 }}
      options={[
        { value: '', label: '内部使用' },
        ...partners.map((entry) => ({ value: entry.id, label: `给${entry.partner}（${entry.purposeTitle}）` })),
      ]}
      onChange={(id) => {
        onChange(id === '' ? null : id)
      }}
    />
  )
}

function backText(search: URLSearchParams): string {
  const back = new URLSearchParams(search)
  back.delete('export')
  return back.toString()
}

function Progressing({ task }: { task: BackgroundTask }): ReactElement {
  if (task.state === 'failed') return <span className="rp-fault">{task.fault ?? '原因不明'}</span>
  return (
    <span className="rp-progress">
      <span className="ap-num">{progressText(task)}</span>
      {isRunning(task) ? (
        <Progress
          percent={percentOf(task)}
          size="small"
          status="active"
          showInfo={false}
          aria-label={`${task.title}进度`}
        />
      ) : null}
    </span>
  )
}

function Result({ task }: { task: BackgroundTask }): ReactElement {
  const download = useDownload(getTaskFile)
  const page = PAGES[task.kind]
  if (!task.hasFile) return page ? <Link to={page.to}>{page.title}</Link> : <>—</>
  const take = (file: Blob): void => {
    const ending = file.type.includes('spreadsheet') ? 'xlsx' : 'csv'
    saveFile(file, `${task.title}-${dayOfInstant(task.createdAt)}.${ending}`)
  }
  return (
    <>
      <FaultNote fault={download.fault} />
      <Button
        size="small"
        icon={<Icon name="download" size={14} />}
        loading={download.busy}
        onClick={() => {
          download.get({ params: { taskId: task.id } }, take)
        }}
      >
        下载
      </Button>
    </>
  )
}
