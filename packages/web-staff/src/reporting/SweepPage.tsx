/** 少赔排查: starts the sweep, shows how far it is, and lists the money still owed (CLM-16). */
import { getSweep, listUnderpayments, runSweep, type UnderpaymentView } from '@anpei/contract/claims'
import { listTasks, type BackgroundTask } from '@anpei/contract/reporting'
import { BENEFIT_WORDS, underpaymentLifecycle } from '@anpei/domain/claims'
import { Alert, Button, Progress, Segmented } from 'antd'
import { useEffect, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, DataTable, Empty, FaultNote, Icon, keyIn, PageHead, Pager, Panel, Tag } from '../kit/index.ts'
import { stateChoices, useSearchState, type Column } from '../kit/index.ts'
import { countText, instantText, yuan } from '../kernel/index.ts'
import { isRunning, percentOf, progressText } from './progress.ts'
import './reporting.css'

const SIZE = 20
const EVERY_SECONDS = 2

export default function SweepPage(): ReactElement {
  const tasks = useCall(listTasks, {}, { everySeconds: EVERY_SECONDS })
  const sweep = useCommand(runSweep)
  const last = tasks.shown?.tasks.find(({ kind }) => kind === 'claims.sweep')
  const running = isRunning(last)
  const button = (
    <Button
      type="primary"
      icon={<Icon name="search" />}
      loading={sweep.busy}
      disabled={running}
      onClick={() => {
        void sweep.run({})
      }}
    >
      {running ? '正在排查…' : '开始排查'}
    </Button>
  )
  return (
    <>
      <PageHead
        title="少赔排查"
        note="用出险日有效的方案和现在的花名册，把已决定、已结案和未立案的案件重新算一遍，找出还欠客户的钱。每晚也会自动排查一次。"
      >
        {button}
      </PageHead>
      <div className="ap-stack">
        <FaultNote fault={sweep.fault ?? tasks.error} />
        {last ? <LastSweep task={last} /> : null}
        <Underpayments sweepState={last?.state} />
      </div>
    </>
  )
}

function LastSweep({ task }: { task: BackgroundTask }): ReactElement {
  const sweep = useCall(getSweep, { params: { taskId: task.id } }, { enabled: task.state === 'done' })
  if (task.state === 'failed') {
    return (
      <Alert type="error" showIcon role="alert" title={`排查中断了：${task.fault ?? '原因不明'}。请再开始一次。`} />
    )
  }
  if (isRunning(task)) {
    return (
      <Panel>
        <div role="status">
          <p>
            {task.state === 'waiting' ? '已经排上队，马上开始…' : `正在排查：${progressText(task)} 件案件`}{' '}
            <span className="ap-muted ap-small">可以离开这一页，稍后回来看结果。</span>
          </p>
          <Progress percent={percentOf(task)} status="active" aria-label="少赔排查进度" />
        </div>
      </Panel>
    )
  }
  const found = sweep.shown?.found ?? null
  const result = found === null ? '' : found === 0 ? '，没有发现少赔' : `，查出 ${countText(found, false)} 处少赔`
  const title = `上次排查 ${instantText(task.finishedAt)} 完成：查了 ${progressText(task)} 件${result}。`
  return <Alert type={found ? 'warning' : 'success'} showIcon title={title} />
}

function Underpayments({ sweepState }: { sweepState: BackgroundTask['state'] | undefined }): ReactElement {
  const search = useSearchState()
  const state = keyIn(underpaymentLifecycle.states, search.get('state')) ?? 'open'
  const found = useCall(listUnderpayments, { query: { state, limit: SIZE, cursor: search.cursor } })
  const { refetch } = found
  useEffect(() => {
    if (sweepState === 'done') void refetch()
  }, [sweepState, refetch])
  const none = state === 'open' ? '没有发现少赔' : '还没有更正过的少赔'
  return (
    <Panel flush>
      <div className="ap-filters">
        <Segmented
          aria-label="状态"
          options={stateChoices(underpaymentLifecycle)}
          value={state}
          onChange={(next) => {
            search.set({ state: next })
          }}
        />
        {found.shown && found.shown.items.length > 0 ? (
          <span className="rp-push">
            {state === 'open' ? '一共还欠' : '一共补上'} <strong>{yuan(found.shown.owedFen)}</strong>
          </span>
        ) : null}
      </div>
      <Answered of={found}>
        {(page) => (
          <>
            <DataTable<UnderpaymentView>
              label="少赔清单"
              columns={columns}
              rows={page.items}
              empty={<Empty>{none}</Empty>}
            />
            {page.items.length > 0 ? (
              <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
            ) : null}
          </>
        )}
      </Answered>
    </Panel>
  )
}

const columns: readonly Column<UnderpaymentView>[] = [
  { key: 'case', title: '案件', render: (row) => <CaseLink row={row} /> },
  { key: 'person', title: '客户', render: (row) => row.personName },
  { key: 'accident', title: '出险日', render: (row) => <span className="ap-num">{row.accidentOn ?? '—'}</span> },
  { key: 'benefit', title: '保险金', render: (row) => (row.benefit === null ? '—' : BENEFIT_WORDS[row.benefit]) },
  { key: 'causes', title: '少在哪里', render: (row) => row.causes.map(({ text }) => text).join('；') },
  { key: 'due', title: '应付', align: 'right', render: (row) => amount(row.dueFen) },
  { key: 'given', title: '已给', align: 'right', render: (row) => yuan(row.givenFen) },
  { key: 'owed', title: '还欠', align: 'right', render: (row) => <strong>{amount(row.owedFen)}</strong> },
  {
    key: 'state',
    title: '状态',
    render: (row) => <Tag tone={row.state === 'open' ? 'amber' : 'green'}>{row.stateWord}</Tag>,
  },
  {
    key: 'found',
    title: '发现',
    wideOnly: true,
    render: (row) => <small className="ap-num">{instantText(row.correctedAt ?? row.foundAt)}</small>,
  },
]

function CaseLink({ row }: { row: UnderpaymentView }): ReactElement {
  const to = row.claimId === null ? `/reports/${row.reportId}` : `/claims/${row.claimId}`
  return (
    <Link className="ap-num ap-strong" to={to}>
      {row.claimNo ?? row.reportNo}
    </Link>
  )
}

/** Nothing assessed yet: nobody can say how much. */
function amount(fen: number | null): string {
  return fen === null ? '待核定' : yuan(fen)
}
