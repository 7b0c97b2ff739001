/** The outbox: filters, numbers of the queue, one line a notice; a line opens its attempts (NTF-04). */
import { listNotices, noticeQueue, type NoticeRow } from '@anpei/contract/notifications'
import {
  isByHand,
  isNoticeTemplate,
  NOTICE_CHANNELS,
  NOTICE_TITLES,
  noticeLifecycle,
} from '@anpei/domain/notifications'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import {
  Answered,
  choicesOf,
  DataTable,
  Empty,
  keyIn,
  Pager,
  Panel,
  Pick,
  stateChoices,
  Tag,
  type Column,
  type SearchState,
} from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { NoticeDrawer } from './NoticeDrawer.tsx'
import { noticeTones } from './notice-tones.ts'

const SIZE = 20

export function Outbox({ search }: { search: SearchState }): ReactElement {
  const [open, setOpen] = useState<string | null>(null)
  const template = search.get('template') ?? ''
  const found = useCall(
    listNotices,
    {
      query: {
        limit: SIZE,
        cursor: search.cursor,
        state: keyIn(noticeLifecycle.states, search.get('state')),
        channel: keyIn(NOTICE_CHANNELS, search.get('channel')),
        template: isNoticeTemplate(template) ? template : undefined,
        personId: search.get('person'),
        subjectId: search.get('subject'),
      },
    },
    { everySeconds: 10 },
  )
  return (
    <>
      <Queue search={search} />
      <Panel flush>
        <Filters search={search} />
        <Answered of={found}>
          {(page) => (
            <>
              <DataTable
                label="通知"
                columns={columns}
                rows={page.items}
                onOpen={(row) => {
                  setOpen(row.id)
                }}
                empty={<Empty>没有通知。报案受理、补件、决定、付款时会自动发出。</Empty>}
              />
              {page.items.length ? (
                <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
              ) : null}
            </>
          )}
        </Answered>
      </Panel>
      <NoticeDrawer
        noticeId={open}
        onClose={() => {
          setOpen(null)
        }}
      />
    </>
  )
}

const columns: readonly Column<NoticeRow>[] = [
  { key: 'at', title: '产生', render: (row) => <span className="ap-num">{instantText(row.createdAt)}</span> },
  { key: 'what', title: '事由', render: (row) => <span className="nt-line">{row.title}</span> },
  { key: 'channel', title: '渠道', render: (row) => <Tag>{row.channelWord}</Tag> },
  {
    key: 'to',
    title: '收件',
    render: (row) => <Link to={`/persons/${row.personId}`}>{row.recipientMasked || '本人'}</Link>,
  },
  { key: 'text', title: '内容', render: (row) => <span className="nt-text">{row.text || '—'}</span> },
  {
    key: 'state',
    title: '状态',
    render: (row) => (
      <>
        <Tag tone={noticeTones[row.state]}>{row.stateWord}</Tag>
        {row.fault === null ? null : (
          <div>
            <small>{row.fault}</small>
          </div>
        )}
        {row.nextWord === null ? null : (
          <div>
            <small>{`${instantText(row.dueAt)} ${row.nextWord}`}</small>
          </div>
        )}
      </>
    ),
  },
  { key: 'tries', title: '尝试', align: 'right', wideOnly: true, render: (row) => row.tries },
  { key: 'done', title: '送达', render: (row) => instantText(row.reachedAt ?? row.deliveredAt ?? row.sentAt) },
  {
    key: 'case',
    title: '事项',
    render: (row) => (
      <span className="nt-line">
        <Subject row={row} />
      </span>
    ),
  },
]

function Subject({ row }: { row: NoticeRow }): ReactElement {
  if (row.subjectKind === 'claim') return <Link to={`/claims/${row.subjectId}`}>赔案</Link>
  if (row.subjectKind === 'report') return <Link to={`/reports/${row.subjectId}`}>报案</Link>
  return <>—</>
}

function Filters({ search }: { search: SearchState }): ReactElement {
  const template = search.get('template') ?? ''
  return (
    <div className="ap-filters">
      <Pick
        label="状态"
        value={keyIn(noticeLifecycle.states, search.get('state'))}
        choices={stateChoices(noticeLifecycle)}
        onChange={(state) => {
          search.set({ state })
        }}
      />
      <Pick
        label="渠道"
        value={keyIn(NOTICE_CHANNELS, search.get('channel'))}
        choices={choicesOf(NOTICE_CHANNELS)}
        onChange={(channel) => {
          search.set({ channel })
        }}
      />
      <Pick
        label="事由"
        width={170}
        value={isNoticeTemplate(template) ? template : undefined}
        choices={choicesOf(NOTICE_TITLES)}
        onChange={(next) => {
          search.set({ template: next })
        }}
      />
      {search.get('subject') || search.get('person') ? (
        <button
          type="button"
          className="nt-clear"
          onClick={() => {
            search.set({ subject: undefined, person: undefined })
          }}
        >
          {search.get('person') ? '只看同一客户 ×' : '只看同一事项 ×'}
        </button>
      ) : null}
    </div>
  )
}

/** What is on its way, and what needs a person; each number leads to its list. */
function Queue({ search }: { search: SearchState }): ReactElement {
  const found = useCall(noticeQueue, {}, { everySeconds: 10 })
  return (
    <Answered of={found}>
      {({ counts }) => {
        const sum = (test: (one: (typeof counts)[number]) => boolean) =>
          counts.filter(test).reduce((total, one) => total + one.count, 0)
        const numbers = [
          { label: '待发', state: 'waiting', count: sum((one) => one.state === 'waiting' && !isByHand(one.channel)) },
          { label: '等回执', state: 'sent', count: sum((one) => one.state === 'sent') },
          { label: '到了没看', state: 'delivered', count: sum((one) => one.state === 'delivered') },
          {
            label: '等人办（信函、上门）',
            state: 'waiting',
            channel: 'visit',
            count: sum((one) => one.state === 'waiting' && isByHand(one.channel)),
          },
          { label: '近七天未能送达', state: 'failed', count: sum((one) => one.state === 'failed') },
        ]
        return (
          <div className="nt-queue">
            {numbers.map((one) => (
              <button
                key={one.label}
                type="button"
                onClick={() => {
                  search.set({ state: one.state, channel: one.channel })
                }}
              >
                <strong className="ap-num">{one.count.toLocaleString('zh-CN')}</strong>
                <span>{one.label}</span>
              </button>
            ))}
          </div>
        )
      }}
    </Answered>
  )
}
