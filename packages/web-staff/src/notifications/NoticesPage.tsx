/**
 * Everything that left and what became of it, and what the stand-ins of SMS, WeChat and e-mail were handed
 * (NTF-02…04).
 */
import { listNotices, listStandInDeliveries, type NoticeRow } from '@anpei/contract/notifications'
import type { Answer } from '@anpei/contract/kernel'
import { noticeLifecycle } from '@anpei/domain/notifications'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import {
  Answered,
  type Column,
  DataTable,
  Empty,
  keyIn,
  PageHead,
  Pager,
  Panel,
  Pick,
  type SearchState,
  stateChoices,
  Tabs,
  Tag,
  type Tone,
  useSearchState,
} from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { Message } from './Message.tsx'
import './notices.css'

type Delivery = Answer<typeof listStandInDeliveries>['items'][number]

const SIZE = 20
const tones: Readonly<Record<NoticeRow['state'], Tone>> = {
  waiting: 'amber',
  sent: 'blue',
  delivered: 'blue',
  reached: 'green',
  failed: 'red',
  stopped: 'grey',
}

export default function NoticesPage(): ReactElement {
  const search = useSearchState()
  return (
    <>
      <PageHead title="通知" note="发给客户和家属的每一条，以及它的下落。" />
      <Tabs
        activeKey={search.get('tab') ?? 'outbox'}
        onChange={(tab) => {
          search.set({ tab })
        }}
        items={[
          { key: 'outbox', label: '发件箱', children: <Outbox search={search} /> },
          { key: 'stand-ins', label: '本地替身收到的', children: <StandIns /> },
        ]}
      />
    </>
  )
}

const columns: readonly Column<NoticeRow>[] = [
  { key: 'at', title: '产生', render: (row) => <span className="ap-num">{instantText(row.createdAt)}</span> },
  { key: 'channel', title: '渠道', render: (row) => <Tag>{row.channelWord}</Tag> },
  { key: 'to', title: '收件', render: (row) => <Link to={`/persons/${row.personId}`}>{row.recipientMasked}</Link> },
  { key: 'text', title: '内容', render: (row) => <span className="nt-text">{row.text}</span> },
  {
    key: 'state',
    title: '状态',
    render: (row) => (
      <>
        <Tag tone={tones[row.state]}>{row.stateWord}</Tag>
        {row.fault === null ? null : (
          <div>
            <small>{row.fault}</small>
          </div>
        )}
      </>
    ),
  },
  { key: 'tries', title: '次数', align: 'right', wideOnly: true, render: (row) => row.tries },
  { key: 'done', title: '送达', render: (row) => instantText(row.deliveredAt ?? row.sentAt) },
  { key: 'case', title: '事项', render: (row) => <Subject row={row} /> },
]

function Subject({ row }: { row: NoticeRow }): ReactElement {
  if (row.subjectKind === 'claim') return <Link to={`/claims/${row.subjectId}`}>赔案</Link>
  if (row.subjectKind === 'report') return <Link to={`/reports/${row.subjectId}`}>报案</Link>
  return <>—</>
}

function Outbox({ search }: { search: SearchState }): ReactElement {
  const found = useCall(
    listNotices,
    {
      query: {
        limit: SIZE,
        cursor: search.cursor,
        state: keyIn(noticeLifecycle.states, search.get('state')),
        personId: search.get('person'),
        subjectId: search.get('subject'),
      },
    },
    { everySeconds: 10 },
  )
  return (
    <Panel flush>
      <div className="ap-filters">
        <Pick
          label="状态"
          value={keyIn(noticeLifecycle.states, search.get('state'))}
          choices={stateChoices(noticeLifecycle)}
          onChange={(state) => {
            search.set({ state })
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
            只看同一事项 ×
          </button>
        ) : null}
      </div>
      <Answered of={found}>
        {(page) => (
          <>
            <DataTable
              label="通知"
              columns={columns}
              rows={page.items}
              empty={<Empty>没有通知。报案受理、补件、决定、付款时会自动发出。</Empty>}
            />
            {page.items.length ? <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} /> : null}
          </>
        )}
      </Answered>
    </Panel>
  )
}

function StandIns(): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const found = useCall(listStandInDeliveries, { query: { limit: SIZE, cursor: trail.at(-1) } }, { everySeconds: 5 })
  return (
    <Panel title="这些渠道没有接到外面，下面就是对方会看到的样子" flush>
      <Answered of={found}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty>替身还没有收到任何内容。</Empty>
          ) : (
            <>
              <div className="nt-messages">
                {page.items.map((one: Delivery) => (
                  <Message key={one.id} of={one} />
                ))}
              </div>
              <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
            </>
          )
        }
      </Answered>
    </Panel>
  )
}
