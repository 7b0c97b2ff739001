/** Columns of claims lists. */
import type { ClaimRow } from '@anpei/contract/claims'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { Icon, Tag, type Column } from '../kit/index.ts'
import { yuan } from '../kernel/index.ts'
import { ClassTag, DueTag, kindsText, StateTag } from './tags.tsx'

export const claimColumns: readonly Column<ClaimRow>[] = [
  {
    key: 'no',
    title: '赔案号',
    render: (row) => (
      <span className="ap-row">
        <Link to={`/claims/${row.id}`} className="ap-num ap-strong">
          {row.claimNo}
        </Link>
        {row.anxious ? (
          <span title="客户着急，每日告知进展" className="ap-anxious">
            <Icon name="heart" size={14} />
          </span>
        ) : null}
      </span>
    ),
  },
  {
    key: 'person',
    title: '被保险人',
    render: (row) => (
      <>
        <span className="ap-name">{row.personName}</span>
        <br />
        <small className="ap-num">{row.idNumberMasked}</small>
      </>
    ),
  },
  {
    key: 'village',
    title: '村居',
    render: (row) => <span className="ap-name">{row.villageName ?? '—'}</span>,
    wideOnly: true,
  },
  { key: 'kinds', title: '类别', render: (row) => kindsText(row.kinds) },
  { key: 'class', title: '类型', render: (row) => <ClassTag of={row.class} /> },
  { key: 'state', title: '状态', render: (row) => <StateTag state={row.state} word={row.stateWord} /> },
  {
    key: 'accident',
    title: '出险日期',
    render: (row) => <span className="ap-num">{row.accidentOn}</span>,
    wideOnly: true,
  },
  {
    key: 'owner',
    title: '负责人',
    render: (row) =>
      row.owner ? <span className="ap-name">{row.owner.name}</span> : <span className="ap-muted">无人</span>,
  },
  { key: 'due', title: '到期', render: (row) => <DueTag of={row} /> },
  { key: 'amount', title: '应付 / 已付', align: 'right', render: (row) => <Amounts row={row} /> },
  { key: 'health', title: '进展', render: (row) => <HealthMark row={row} /> },
]

function Amounts({ row }: { row: ClaimRow }): ReactElement {
  return (
    <span>
      {yuan(row.payableFen)}
      <br />
      <small>{yuan(row.paidFen)}</small>
    </span>
  )
}

/** CLM-21: stalled days, touches, age against the limit of its class, reserve against paid. */
function HealthMark({ row }: { row: ClaimRow }): ReactElement {
  const { stalledDays, touches, ageDays, ageLimitDays, reserveFen, paidFen } = row.health
  const old = ageLimitDays !== null && ageDays > ageLimitDays
  const stalled = stalledDays >= 5
  const text =
    `${stalledDays} 天没有进展，处理过 ${touches} 次，立案 ${ageDays} 天` +
    `${ageLimitDays === null ? '' : `（限 ${ageLimitDays} 天）`}，准备金 ${yuan(reserveFen)}，已付 ${yuan(paidFen)}`
  return (
    <span title={text} className="ap-health">
      <Tag tone={old ? 'red' : stalled ? 'amber' : 'green'} icon={old || stalled ? 'alert' : 'check'}>
        {old ? '超期' : stalled ? '停滞' : '正常'}
      </Tag>
      <small className="ap-num">
        立案 {ageDays} 天{ageLimitDays === null ? '' : `，限 ${ageLimitDays} 天`}
        {stalled ? (
          <>
            <br />
            {stalledDays} 天没有进展
          </>
        ) : null}
      </small>
    </span>
  )
}
