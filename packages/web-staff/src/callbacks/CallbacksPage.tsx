/** 回访: who is owed a callback, due first in front; the rate of success; what answers opened (CBK-01, CBK-02). */
import { getCallbackFigures, listCallbacks, type CallbackItem } from '@anpei/contract/callbacks'
import { OCCASIONS } from '@anpei/domain/callbacks'
import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../client/index.ts'
import {
  Answered,
  choicesOf,
  DataTable,
  Empty,
  Facts,
  keyIn,
  LinkButton,
  PageHead,
  Pager,
  Panel,
  Pick,
  SearchField,
  useSearchState,
  type Column,
  type SearchState,
} from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { CallbackTag, DueTag } from './CallbackTag.tsx'
import { FollowUps } from './FollowUps.tsx'

const SIZE = 20
const SHOWN = {
  open: '待回访',
  mine: '我的',
  late: '已逾期',
  door: '上门待选定',
  ended: '已结束',
  after: '后续事项',
} as const
const NONE = {
  open: '没有要回访的客户。赔案结束、投诉办结时会自动出现在这里。',
  mine: '您手上没有要回访的客户。',
  late: '没有逾期的回访。',
  door: '没有要选定的。上门时问到、同事已在办的回访会出现在这里。',
  ended: '还没有结束的回访。',
} as const
/** What is owed by now; what is planned by the calendar comes with its own planning. */
const NOW = {
  complaint_closed: OCCASIONS.complaint_closed.zh,
  complaint_reopened: OCCASIONS.complaint_reopened.zh,
  claim_ended: OCCASIONS.claim_ended.zh,
}

const columnsOf = (show: string): readonly Column<CallbackItem>[] => [
  {
    key: 'no',
    title: '单号',
    render: (row) => (
      <Link to={`/callbacks/${row.id}`} className="ap-num ap-strong">
        {row.callbackNo}
      </Link>
    ),
  },
  { key: 'name', title: '客户', render: (row) => row.name || '—' },
  { key: 'occasion', title: '为了什么', render: (row) => row.occasionWord },
  { key: 'about', title: '案号', render: (row) => <span className="ap-num">{row.about || '—'}</span>, wideOnly: true },
  { key: 'village', title: '村居', render: (row) => row.villageName ?? '—', wideOnly: true },
  { key: 'state', title: '状态', render: (row) => <CallbackTag of={row} /> },
  {
    key: 'due',
    title: show === 'ended' ? '结束' : '期限',
    render: (row) => (row.endedAt ? instantText(row.endedAt) : <DueTag of={row} />),
  },
  { key: 'owner', title: '回访人', render: (row) => row.owner?.name ?? '待指定' },
  { key: 'tries', title: '已联系', render: (row) => (row.tries === 0 ? '—' : `${row.tries} 次`) },
  {
    key: 'next',
    title: '约好再打',
    render: (row) => <span className="ap-num">{row.nextAt ? instantText(row.nextAt) : '—'}</span>,
    wideOnly: true,
  },
]

export default function CallbacksPage(): ReactElement {
  const search = useSearchState()
  const show = keyIn(SHOWN, search.get('show')) ?? 'open'
  return (
    <div className="ap-stack">
      <PageHead title="回访" note="同一位客户同时只由一位同事联系；经办过的人不回访自己的案子。">
        <LinkButton to="/callback-scripts">回访问题</LinkButton>
      </PageHead>
      <Figures />
      <Panel flush>
        <Filters search={search} show={show} />
        {show === 'after' ? <FollowUps search={search} /> : <List search={search} show={show} />}
      </Panel>
    </div>
  )
}

function Figures(): ReactElement {
  const figures = useCall(getCallbackFigures, { query: {} })
  return (
    <Answered of={figures}>
      {({ from, to, due, reached, onTime, exhausted, declined, open, satisfied, olderOpen }) => (
        <Panel title="回访成功率" acts={<span className="ap-muted ap-small">{`${from} 至 ${to} 到期的`}</span>}>
          <Facts
            facts={[
              { label: '已回访 / 应回访', value: share(reached, due) },
              { label: '按期回访', value: share(onTime, due) },
              { label: '满意 / 已回访', value: share(satisfied, reached) },
              { label: '未能回访', value: exhausted },
              { label: '不愿接受', value: declined },
              { label: '还没回访', value: olderOpen > 0 ? `${open}，更早的 ${olderOpen}` : open },
            ]}
          />
        </Panel>
      )}
    </Answered>
  )
}

function share(count: number, of: number): ReactElement {
  return (
    <>
      <span className="ap-strong">{of === 0 ? '—' : `${((count / of) * 100).toFixed(1)}%`}</span>{' '}
      <span className="ap-muted">{`${count} / ${of}`}</span>
    </>
  )
}

function Filters({ search, show }: { search: SearchState; show: keyof typeof SHOWN }): ReactElement {
  const { get, set } = search
  return (
    <div className="ap-filters">
      <Segmented
        aria-label="看哪些回访"
        value={show}
        options={choicesOf(SHOWN)}
        onChange={(value) => set({ show: String(value) })}
      />
      {show === 'after' ? null : (
        <>
          <Pick
            label="为了什么"
            value={keyIn(NOW, get('occasion'))}
            choices={choicesOf(NOW)}
            onChange={(next) => set({ occasion: next })}
          />
          <SearchField search={search} name="no" label="回访单号" />
        </>
      )}
    </div>
  )
}

function List({ search, show }: { search: SearchState; show: Exclude<keyof typeof SHOWN, 'after'> }): ReactElement {
  const navigate = useNavigate()
  const query = {
    show,
    limit: SIZE,
    occasion: keyIn(NOW, search.get('occasion')),
    callbackNo: search.get('no'),
    personId: search.get('person'),
    subjectId: search.get('subject'),
    cursor: search.cursor,
  }
  const found = useCall(listCallbacks, { query }, { everySeconds: 60 })
  const isFiltered = ['occasion', 'no', 'person', 'subject'].some((name) => search.get(name) !== undefined)
  return (
    <Answered of={found}>
      {(page) => (
        <>
          <DataTable<CallbackItem>
            label="回访列表"
            columns={columnsOf(show)}
            rows={page.items}
            empty={<Empty>{isFiltered ? '没有符合条件的回访。' : NONE[show]}</Empty>}
            onOpen={(row) => void navigate(`/callbacks/${row.id}`)}
            toneOf={(row) => (row.late || row.timeLeft?.late ? 'late' : null)}
          />
          <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
        </>
      )}
    </Answered>
  )
}
