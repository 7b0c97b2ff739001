/** Reports (报案): the list. */
import { listReports } from '@anpei/contract/claims'
import type { Answer } from '@anpei/contract/kernel'
import { CHANNELS, reportLifecycle, type ReportState } from '@anpei/domain/claims'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  LinkButton,
  PageHead,
  Pager,
  Panel,
  Pick,
  SearchField,
  stateChoices,
  useSearchState,
  type Choice,
  type Column,
} from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { DueTag, StateTag } from '../tags.tsx'
import '../claims.css'

type Row = Answer<typeof listReports>['items'][number]

const PAGE_SIZE = 20
const T = {
  title: '报案',
  create: '登记报案',
  state: '状态',
  q: '报案号或姓名',
  none: '没有符合条件的报案。',
  list: '报案列表',
} as const

const columns: readonly Column<Row>[] = [
  {
    key: 'no',
    title: '报案号',
    render: (row) => (
      <Link to={`/reports/${row.id}`} className="ap-num ap-strong">
        {row.reportNo}
      </Link>
    ),
  },
  { key: 'person', title: '出险人', render: (row) => row.personName || '—' },
  { key: 'state', title: '状态', render: (row) => <StateTag state={row.state} word={row.stateWord} /> },
  { key: 'accident', title: '出险日期', render: (row) => <span className="ap-num">{row.accidentOn ?? '—'}</span> },
  { key: 'channel', title: '渠道', render: (row) => CHANNELS[row.channel], wideOnly: true },
  { key: 'received', title: '收到', render: (row) => <span className="ap-num">{instantText(row.receivedAt)}</span> },
  {
    key: 'owner',
    title: '承办',
    render: (row) => (
      <>
        {row.ownerName ?? '—'}
        {row.dueAt === null ? null : (
          <div>
            <DueTag of={row} />
          </div>
        )}
      </>
    ),
  },
  { key: 'claims', title: '赔案', render: (row) => <span className="ap-num">{row.claimNos.join('、') || '—'}</span> },
]
const states: readonly Choice<ReportState>[] = stateChoices(reportLifecycle)

export default function ReportsPage(): ReactElement {
  const search = useSearchState()
  const { get, set, trail, onTrail, cursor } = search
  const navigate = useNavigate()
  const may = useMay()
  const state = states.find((one) => one.value === get('state'))?.value
  const q = get('q') ?? ''
  const query = { limit: PAGE_SIZE, ...(state ? { state } : {}), ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) }
  const reports = useCall(listReports, { query })
  return (
    <div className="ap-stack">
      <PageHead title={T.title}>
        {may('report.create') ? (
          <LinkButton primary icon="plus" to="/reports/new">
            {T.create}
          </LinkButton>
        ) : null}
      </PageHead>
      <Panel flush>
        <div className="ap-filters">
          <SearchField search={search} name="q" label={T.q} />
          <Pick
            label={T.state}
            value={state}
            choices={states}
            onChange={(next) => {
              set({ state: next })
            }}
          />
        </div>
        <Answered of={reports}>
          {(page) => (
            <>
              <DataTable<Row>
                label={T.list}
                columns={columns}
                rows={page.items}
                empty={<Empty>{T.none}</Empty>}
                onOpen={(row) => {
                  void navigate(`/reports/${row.id}`)
                }}
              />
              <Pager page={page} trail={trail} onTrail={onTrail} size={PAGE_SIZE} />
            </>
          )}
        </Answered>
      </Panel>
    </div>
  )
}
