/** 服务台指标: how the desk keeps what it promises; every figure says what it counts and over what (RPT-02, SRV-05). */
import { getDeskMetrics, type DeskMetrics } from '@anpei/contract/service-desk'
import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import {
  Answered,
  DataTable,
  DayInput,
  Empty,
  keyIn,
  PageHead,
  Panel,
  useSearchState,
  type Column,
} from '../kit/index.ts'
import { today } from '../kernel/index.ts'
import './desk.css'

type Group = DeskMetrics['groups'][number]
type Share = DeskMetrics['total']['answered']
const BY = { agent: '按坐席', institution: '按机构', channel: '按渠道' } as const
/** How the address of the list names it. */
const WHOSE = { agent: 'owner', institution: 'institution', channel: 'channel' } as const

export default function MetricsPage(): ReactElement {
  const search = useSearchState()
  const by = keyIn(BY, search.get('by')) ?? 'agent'
  const fromOn = search.get('from') ?? `${today().slice(0, 7)}-01`
  const toOn = search.get('to') ?? today()
  const found = useCall(getDeskMetrics, { query: { fromOn, toOn, by } })
  return (
    <div className="ap-stack">
      <PageHead title="服务台指标" note="刚响即挂断的来电不计；占比后面是分子和分母。" />
      <div className="ap-filters">
        <label>
          从 <DayInput value={fromOn} onChange={(day) => search.set({ from: day })} />
        </label>
        <label>
          到 <DayInput value={toOn} onChange={(day) => search.set({ to: day })} />
        </label>
        <Segmented
          aria-label="分组"
          value={by}
          options={Object.entries(BY).map(([value, label]) => ({ value, label }))}
          onChange={(value) => search.set({ by: String(value) })}
        />
      </div>
      <Answered of={found}>{(metrics) => <Figures of={metrics} by={by} span={`from=${fromOn}&to=${toOn}`} />}</Answered>
    </div>
  )
}

type FiguresProps = { readonly of: DeskMetrics; readonly by: keyof typeof BY; readonly span: string }

/** Every figure opens what it counts, of the same days. */
function Figures({ of: metrics, by, span }: FiguresProps): ReactElement {
  const { total, groups, topics } = metrics
  const list = `/desk?queue=all&sort=newest&${span}`
  return (
    <>
      <dl className="dk-figures">
        <Figure title="来电" value={String(total.calls)} to={`/calls?show=all&${span}`} />
        <Figure title="接通率" share={total.answered} />
        <Figure title="一分钟内接听" share={total.answeredInTime} />
        <Figure title="按时回拨" share={total.calledBackInTime} to="/calls" />
        <Figure title="服务单" value={String(total.requests)} to={list} />
        <Figure title="按时答复" share={total.repliedInTime} />
        <Figure title="平均首次答复" value={hoursText(total.firstAnswerHours)} note="承诺月平均 24 小时内" />
        <Figure title="一次解决" share={total.solvedAtOnce} to={`${list}&figure=once`} />
        <Figure title="重开率" share={total.reopened} to={`${list}&figure=reopened`} />
      </dl>
      <Panel title={BY[by]} flush>
        <DataTable<Group>
          label={BY[by]}
          rows={groups}
          columns={columnsFor(by, list)}
          empty={<Empty>这段时间没有来电，也没有服务单。</Empty>}
        />
      </Panel>
      <Panel title="客户问什么">
        <ul className="dk-topics">
          {topics.map(({ code, name, share }) => (
            <li key={code ?? 'none'}>
              {code === null ? name : <Link to={`${list}&topic=${code}`}>{name}</Link>}
              <span className="dk-bar" style={{ width: `${(share.bps ?? 0) / 100}%` }} />
              <span className="ap-num">{shareText(share)}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

type FigureProps = { title: string; value?: string; share?: Share; note?: string; to?: string }

function Figure({ title, value, share, note, to }: FigureProps): ReactElement {
  const text = share ? percent(share) : (value ?? '')
  return (
    <div>
      <dt>{title}</dt>
      <dd>{to ? <Link to={to}>{text}</Link> : text}</dd>
      <dd className="dk-under">{share ? `${share.count} / ${share.of}` : note}</dd>
    </div>
  )
}

function columnsFor(by: keyof typeof BY, list: string): readonly Column<Group>[] {
  const shares = [
    ['answered', '接通', 'answered'],
    ['quick', '一分钟内', 'answeredInTime'],
    ['back', '按时回拨', 'calledBackInTime'],
    ['replied', '按时答复', 'repliedInTime'],
    ['once', '一次解决', 'solvedAtOnce'],
    ['again', '重开', 'reopened'],
  ] as const
  return [
    { key: 'name', title: BY[by].slice(1), render: (row) => row.name },
    { key: 'calls', title: '来电', render: (row) => row.calls },
    {
      key: 'requests',
      title: '服务单',
      render: (row) => <Link to={`${list}&${WHOSE[by]}=${row.id}`}>{row.requests}</Link>,
    },
    ...shares.map(([key, title, of]) => ({ key, title, render: (row: Group) => shareText(row[of]) })),
    { key: 'hours', title: '首次答复', render: (row) => hoursText(row.firstAnswerHours) },
  ]
}

function percent({ bps }: Share): string {
  return bps === null ? '—' : `${(bps / 100).toFixed(1)}%`
}

function shareText(share: Share): string {
  return share.bps === null ? '—' : `${percent(share)}（${share.count}/${share.of}）`
}

function hoursText(hours: number | null): string {
  return hours === null ? '—' : `${hours} 小时`
}
