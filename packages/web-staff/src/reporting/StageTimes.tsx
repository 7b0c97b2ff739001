/** Working time of closed claims by stage, each bar against the handbook's baseline (CLM-17). */
import { listStageTimes } from '@anpei/contract/reporting'
import type { Answer } from '@anpei/contract/kernel'
import { CLAIM_CLASSES } from '@anpei/domain/claims'
import { Input } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { Answered, choicesOf, DataTable, Empty, keyIn, Panel, Pick } from '../kit/index.ts'
import type { Column, SearchState } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { daysText } from './ledger-words.ts'

type Stages = Answer<typeof listStageTimes>
type Slow = Stages['slowest'][number] & { readonly id: string }

export function StageTimes({ search }: { search: SearchState }): ReactElement {
  const of = keyIn(CLAIM_CLASSES, search.get('class'))
  const institution = search.get('institution')
  const programme = search.get('programme')
  const from = search.get('from')
  const until = search.get('until')
  const query = {
    ...(of ? { class: of } : {}),
    ...(institution ? { institution } : {}),
    ...(programme ? { programme } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  }
  const found = useCall(listStageTimes, { query })
  const named = (list: readonly { id: string; name: string }[] | undefined) =>
    (list ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Panel flush>
      <div className="ap-filters">
        <MonthPick
          label="结案月份，从"
          value={from ?? found.shown?.from}
          onChange={(next) => search.set({ from: next })}
        />
        <MonthPick label="到" value={until ?? found.shown?.until} onChange={(next) => search.set({ until: next })} />
        <Pick
          label="分类"
          value={of}
          choices={choicesOf(CLAIM_CLASSES)}
          onChange={(next) => {
            search.set({ class: next })
          }}
        />
        <Pick
          label="机构"
          value={institution}
          choices={named(found.shown?.institutions)}
          onChange={(next) => {
            search.set({ institution: next })
          }}
        />
        <Pick
          label="方案"
          value={programme}
          choices={named(found.shown?.programmes)}
          onChange={(next) => {
            search.set({ programme: next })
          }}
        />
      </div>
      <Answered of={found}>{(answer) => <Bars stages={answer} />}</Answered>
    </Panel>
  )
}

type MonthProps = { label: string; value: string | undefined; onChange: (month: string) => void }

function MonthPick({ label, value, onChange }: MonthProps): ReactElement {
  return (
    <Input
      type="month"
      className="le-month"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => {
        onChange(event.target.value)
      }}
    />
  )
}

function Bars({ stages }: { stages: Stages }): ReactElement {
  if (stages.claims === 0) return <Empty>这段时间没有结案的赔案。各环节用时在结案后的当晚统计。</Empty>
  const most = Math.max(...stages.stages.map((one) => Math.max(one.averageDays ?? 0, one.baselineDays)))
  return (
    <>
      <p className="le-note">
        结案 {stages.claims.toLocaleString('en-US')} 件，平均 <strong>{daysText(stages.averageDays)}</strong>{' '}
        个工作日（手册基准 {daysText(stages.baselineDays)} 个）；
        {stages.withinBaseline.toLocaleString('en-US')} 件在基准以内。
      </p>
      <ul className="le-bars" aria-label="各环节平均用时与基准">
        {stages.stages.map((one) => (
          <li key={one.stage} className="le-bar">
            <span>{one.name}</span>
            <span className="le-track" aria-hidden="true">
              <span
                className={`le-fill${(one.averageDays ?? 0) > one.baselineDays ? ' le-over' : ''}`}
                style={{ width: `${((one.averageDays ?? 0) / most) * 100}%` }}
              />
              <span className="le-base" style={{ left: `${(one.baselineDays / most) * 100}%` }} />
            </span>
            <span className="ap-num">
              {daysText(one.averageDays)} / {daysText(one.baselineDays)} 天{' '}
              <small className="ap-muted">
                {one.shareBps === null ? '—' : `${Math.round(one.shareBps / 100)}%`} · 基准 {one.baselineBps / 100}%
              </small>
            </span>
          </li>
        ))}
      </ul>
      <p className="ap-muted le-note">竖线是手册基准（30 个工作日按 25/30/20/15/10% 分配）；超过的用红色。</p>
      <DataTable<Slow>
        label="用时最长的赔案"
        columns={columns}
        rows={stages.slowest.map((one) => ({ ...one, id: one.claimId }))}
      />
    </>
  )
}

const columns: readonly Column<Slow>[] = [
  {
    key: 'no',
    title: '用时最长的赔案',
    render: (row) => (
      <Link className="ap-num ap-strong" to={`/claims/${row.claimId}`}>
        {row.claimNo}
      </Link>
    ),
  },
  { key: 'closed', title: '结案', render: (row) => <span className="ap-num">{instantText(row.closedAt)}</span> },
  { key: 'days', title: '工作日', align: 'right', render: (row) => daysText(row.days) },
  {
    key: 'slowest',
    title: '最慢的环节',
    render: (row) => `${row.slowestStage} ${daysText(row.slowestDays)} 天`,
  },
]
