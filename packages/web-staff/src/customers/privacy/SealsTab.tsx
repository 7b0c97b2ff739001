/** What is sealed, why, and who has looked inside; nothing of the matter itself (CUS-11). */
import { listSeals } from '@anpei/contract/customers'
import type { Answer } from '@anpei/contract/kernel'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../../client/index.ts'
import { Answered, DataTable, Empty, Pager, Panel, Tag, type Column } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { OpenSeal } from './OpenSeal.tsx'

const SIZE = 20
type Row = Answer<typeof listSeals>['items'][number]

/** Where a matter of this kind is opened. */
const PAGES: Readonly<Record<string, string>> = {
  data_incident: '/data-incidents',
  request: '/desk',
  complaint: '/complaints',
  claim: '/claims',
}
const OPEN_TO: Readonly<Record<NonNullable<Row['openTo']>, string>> = {
  keeper: '您在经办',
  unconcerned: '只对涉事人员密封',
  opened: '已拆封，一小时内有效',
}

const columns: readonly Column<Row>[] = [
  { key: 'kind', title: '事项', render: (row) => <strong>{row.kindWord}</strong> },
  { key: 'why', title: '缘由', render: (row) => row.reason },
  { key: 'at', title: '密封时间', render: (row) => <span className="ap-num">{instantText(row.sealedAt)}</span> },
  {
    key: 'openings',
    title: '拆封记录',
    render: (row) =>
      row.openings.length === 0 ? (
        <span className="ap-muted">没有人拆封过</span>
      ) : (
        row.openings.slice(0, 3).map((one) => (
          <div key={`${one.at}${one.by}`}>
            {one.by}　{instantText(one.at)}　{one.reason}
          </div>
        ))
      ),
  },
  {
    key: 'act',
    title: '查看',
    render: (row) =>
      row.openTo === null ? (
        <OpenSeal small kind={row.kind} subjectId={row.id} />
      ) : (
        <span className="ap-row">
          <Tag tone={row.openTo === 'opened' ? 'amber' : 'grey'}>{OPEN_TO[row.openTo]}</Tag>
          {PAGES[row.kind] ? <Link to={`${PAGES[row.kind] ?? ''}/${row.id}`}>打开</Link> : null}
        </span>
      ),
  },
]

export function SealsTab(): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const cursor = trail.at(-1)
  const found = useCall(listSeals, { query: { limit: SIZE, ...(cursor ? { cursor } : {}) } })
  return (
    <Panel title="密封事项" flush>
      <Answered of={found}>
        {(page) => (
          <>
            <DataTable<Row>
              label="密封事项"
              columns={columns}
              rows={page.items}
              empty={<Empty>没有密封的事项。举报、涉及工作人员的投诉和安全事件会自动密封。</Empty>}
            />
            <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
          </>
        )}
      </Answered>
    </Panel>
  )
}
