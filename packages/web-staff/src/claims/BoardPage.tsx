/** 看板: open cases by stage and by owner, the month, money against premium; figures open the cases (RPT-01). */
import { claimsBoard } from '@anpei/contract/claims'
import type { Answer } from '@anpei/contract/kernel'
import { Progress } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, DataTable, Empty, PageHead, Panel, type Column } from '../kit/index.ts'
import { today, yuan } from '../kernel/index.ts'
import './board.css'

type Board = Answer<typeof claimsBoard>
type Group = {
  readonly id: string
  readonly title: string
  readonly query: string
  readonly count: number
  readonly overdue: number
}

export default function BoardPage(): ReactElement {
  const board = useCall(claimsBoard, {}, { everySeconds: 60 })
  return (
    <>
      <PageHead title="理赔看板" note={`截至今天 ${today()}，每分钟更新；点数字看背后的赔案。`} />
      <Answered of={board}>{(answer) => <Figures board={answer} />}</Answered>
    </>
  )
}

function Figures({ board }: { board: Board }): ReactElement {
  const open = board.openByState.reduce((sum, { count }) => sum + count, 0)
  const overdue = board.openByState.reduce((sum, one) => sum + one.overdue, 0)
  const month = `${today().slice(0, 7)}-01`
  const stages = board.openByState.map(({ state, stateWord, ...counts }) => ({
    id: state,
    title: stateWord,
    query: `state=${state}`,
    ...counts,
  }))
  const owners = board.openByOwner.map(({ ownerId, ownerName, ...counts }) => ({
    id: ownerId ?? 'none',
    title: ownerName,
    query: `state=open&owner=${ownerId ?? 'none'}`,
    ...counts,
  }))
  return (
    <div className="ap-stack">
      <dl className="bo-figures">
        <Figure title="未结赔案" value={open} query="state=open" />
        <Figure title="其中已超时" value={overdue} query="state=open&overdue=true" alarming={overdue > 0} />
        <Figure title="本月收到" value={board.receivedThisMonth} query={`receivedFrom=${month}&sort=newest`} />
        <Figure title="本月结案" value={board.closedThisMonth} query={`closedFrom=${month}&sort=newest`} />
      </dl>
      <Money board={board} />
      <div className="bo-two">
        <Panel title="按环节" flush>
          <Groups label="未结赔案，按环节" of="环节" groups={stages} />
        </Panel>
        <Panel title="按负责人" flush>
          <Groups label="未结赔案，按负责人" of="负责人" groups={owners} />
        </Panel>
      </div>
      <Vacancies towns={board.vacancies} />
    </div>
  )
}

/** Villages without a named liaison or deputy; each figure opens the villages (ORG-02). */
function Vacancies({ towns }: { towns: Board['vacancies'] }): ReactElement {
  const may = useMay()
  const toVillages = (town: string, vacancy: 'liaison' | 'deputy', count: number): ReactNode =>
    count > 0 && may('identity.read') ? (
      <Link to={`/organisation?tab=villages&town=${town}&vacancy=${vacancy}`}>{count}</Link>
    ) : (
      count
    )
  const rows = towns.map((town) => ({ ...town, id: town.townCode }))
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { key: 'town', title: '镇街', render: (row) => row.townName },
    {
      key: 'liaison',
      title: '缺社区联络员的村居',
      align: 'right',
      render: (row) => toVillages(row.townCode, 'liaison', row.withoutLiaison),
    },
    {
      key: 'deputy',
      title: '缺副联络员的村居',
      align: 'right',
      render: (row) => toVillages(row.townCode, 'deputy', row.withoutDeputy),
    },
  ]
  return (
    <Panel title="联络员空缺" flush>
      <DataTable
        label="联络员空缺"
        rows={rows}
        columns={columns}
        empty={<Empty>每个村居都有联络员和副联络员。</Empty>}
      />
    </Panel>
  )
}

type FigureProps = { title: string; value: number; query: string; alarming?: boolean }

function Figure({ title, value, query, alarming = false }: FigureProps): ReactElement {
  return (
    <div className={alarming ? 'bo-alarming' : ''}>
      <dt>{title}</dt>
      <dd>
        <ToClaims query={query} label={`${title} ${value} 件`}>
          {value.toLocaleString('en-US')}
        </ToClaims>{' '}
        <small>件</small>
      </dd>
    </div>
  )
}

/** A figure that opens the cases behind it, for those who may see them. */
function ToClaims(props: { query: string; label: string; children: ReactNode }): ReactElement {
  const may = useMay()
  if (!may('claim.read')) return <>{props.children}</>
  return (
    <Link to={`/claims?${props.query}`} aria-label={`${props.label}，看赔案`}>
      {props.children}
    </Link>
  )
}

function Money({ board }: { board: Board }): ReactElement {
  const may = useMay()
  const percent = board.lossRatioBps / 100
  return (
    <Panel title="赔款与保费" acts={may('payment.read') ? <Link to="/payments?state=paid">看已付款项</Link> : null}>
      <dl className="bo-money">
        <div>
          <dt>本月已付赔款</dt>
          <dd>{yuan(board.paidThisMonthFen)}</dd>
        </div>
        <div>
          <dt>本保险年度已付赔款</dt>
          <dd>{yuan(board.paidThisYearFen)}</dd>
        </div>
        <div>
          <dt>本保险年度保费</dt>
          <dd>{yuan(board.premiumFen)}</dd>
        </div>
        <div>
          <dt>赔付率（已付赔款 ÷ 保费）</dt>
          <dd>{percent.toFixed(2)}%</dd>
        </div>
      </dl>
      <Progress
        percent={Math.min(100, percent)}
        showInfo={false}
        aria-label={`赔付率 ${percent.toFixed(2)}%`}
        status={percent >= 100 ? 'exception' : 'normal'}
      />
    </Panel>
  )
}

function Groups({ label, of, groups }: { label: string; of: string; groups: readonly Group[] }): ReactElement {
  const most = Math.max(1, ...groups.map(({ count }) => count))
  const columns: readonly Column<Group>[] = [
    { key: 'title', title: of, render: (row) => row.title },
    {
      key: 'share',
      title: '对比',
      wideOnly: true,
      render: (row) => <span className="bo-bar" style={{ width: `${(row.count / most) * 100}%` }} />,
    },
    {
      key: 'count',
      title: '未结',
      align: 'right',
      render: (row) => (
        <ToClaims query={row.query} label={`${row.title}，未结 ${row.count} 件`}>
          <strong>{row.count.toLocaleString('en-US')}</strong>
        </ToClaims>
      ),
    },
    { key: 'overdue', title: '已超时', align: 'right', render: (row) => <Overdue row={row} /> },
  ]
  return <DataTable<Group> label={label} columns={columns} rows={groups} empty={<Empty>没有未结的赔案。</Empty>} />
}

function Overdue({ row }: { row: Group }): ReactElement {
  if (row.overdue === 0) return <span className="ap-muted">0</span>
  return (
    <span className="bo-late">
      <ToClaims query={`${row.query}&overdue=true`} label={`${row.title}，已超时 ${row.overdue} 件`}>
        <strong>{row.overdue.toLocaleString('en-US')}</strong>
      </ToClaims>
    </span>
  )
}
