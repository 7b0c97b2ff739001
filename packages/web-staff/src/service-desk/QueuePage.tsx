/** 服务台: what breaks first stands first; taken by a key, opened by a key, new ones come by themselves (SRV-04). */
import { getDeskCounts, listRequests, takeRequest } from '@anpei/contract/service-desk'
import { Button, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useCall, useCommand, useLive } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  FaultNote,
  Icon,
  keyIn,
  PageHead,
  Pager,
  Panel,
  useHotkeys,
  useSearchState,
  type SearchState,
} from '../kit/index.ts'
import { queueColumns } from './columns.tsx'
import { toneOf } from './marks.tsx'
import { addressOf, QUEUES, queryOf, queueOf, type Queue, type Row } from './queue.ts'
import { QueueFilters } from './QueueFilters.tsx'
import { RegisterDialog } from './RegisterDialog.tsx'
import './desk.css'

const SIZE = 20
const EVERY_SECONDS = 60
const heard = [listRequests, getDeskCounts]
const HELP = (
  <>
    先到期的在前；客户讲的话您会讲的，您先看到。<span className="dk-keys">j、k 选行，Enter 打开，t 受理，n 登记。</span>
  </>
)
const NONE = {
  mine: '您名下没有等着处理的服务单。',
  team: '本机构没有等着处理的服务单。',
  unassigned: '没有无人受理的服务单。',
  all: '没有等着处理的服务单。',
} as const

export default function QueuePage(): ReactElement {
  const search = useSearchState()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const mayWork = useMay()('desk.work')
  const [registering, setRegistering] = useState(false)
  useLive('desk', heard)
  const query = queryOf(search.get, SIZE, search.cursor)
  const found = useCall(listRequests, { query }, { everySeconds: EVERY_SECONDS })
  const open = (row: Row): void => {
    void navigate(addressOf(row, params))
  }
  useHotkeys(mayWork ? { n: () => setRegistering(true) } : {})
  return (
    <div className="ap-stack">
      <PageHead title="服务台" note={HELP}>
        {mayWork ? (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setRegistering(true)}>
            登记来电、来访
          </Button>
        ) : null}
      </PageHead>
      <Panel flush>
        <QueueTabs search={search} />
        <QueueFilters search={search} />
        <Answered of={found}>
          {(page) => (
            <>
              <QueueRows rows={page.items} search={search} mayWork={mayWork} onOpen={open} />
              <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
            </>
          )}
        </Answered>
      </Panel>
      {registering ? (
        <RegisterDialog
          onClose={() => {
            setRegistering(false)
          }}
          onMade={(id) => {
            void navigate(`/desk/${id}`)
          }}
        />
      ) : null}
    </div>
  )
}

function QueueTabs({ search }: { search: SearchState }): ReactElement {
  const counts = useCall(getDeskCounts, {}, { everySeconds: EVERY_SECONDS }).shown
  const textOf = (queue: Queue): string => (counts === undefined ? QUEUES[queue] : `${QUEUES[queue]} ${counts[queue]}`)
  return (
    <div className="ap-filters dk-tabs">
      <Segmented
        aria-label="队列"
        value={queueOf(search.get)}
        options={Object.keys(QUEUES).map((value) => ({ value, label: textOf(keyIn(QUEUES, value) ?? 'all') }))}
        onChange={(queue) => {
          search.set({ queue: String(queue) })
        }}
      />
      {counts && counts.overdue > 0 ? (
        <span className="ap-tag ap-red">
          <Icon name="alert" size={13} /> 已超时 {counts.overdue}
        </span>
      ) : null}
    </div>
  )
}

type RowsProps = {
  readonly rows: readonly Row[]
  readonly search: SearchState
  readonly mayWork: boolean
  readonly onOpen: (row: Row) => void
}

function QueueRows({ rows, search, mayWork, onOpen }: RowsProps): ReactElement {
  const [params] = useSearchParams()
  const take = useCommand(takeRequest)
  const [chosen, setChosen] = useState<Row | null>(null)
  const takeOne = async (row: Row): Promise<void> => {
    if (await take.run({ params: { requestId: row.id } })) onOpen(row)
  }
  useHotkeys(
    mayWork
      ? {
          t: () => {
            const row = chosen ?? rows.find((one) => one.ownerName === null)
            if (row) void takeOne(row)
          },
        }
      : {},
  )
  const queue = queueOf(search.get)
  const filtered = ['q', 'kind', 'channel', 'topic', 'state'].some((name) => search.get(name) !== undefined)
  return (
    <>
      <FaultNote fault={take.fault} />
      <DataTable<Row>
        label="服务单"
        rows={rows}
        columns={queueColumns(params, mayWork ? (row) => void takeOne(row) : null)}
        toneOf={toneOf}
        onOpen={onOpen}
        onChosen={setChosen}
        empty={
          filtered ? (
            <Empty>没有符合条件的服务单。</Empty>
          ) : (
            <Empty act={<Others queue={queue} search={search} />}>{NONE[queue]}</Empty>
          )
        }
      />
    </>
  )
}

/** From an empty table of one's own to work nobody has taken. */
function Others({ queue, search }: { queue: Queue; search: SearchState }): ReactElement | null {
  if (queue !== 'mine') return null
  return (
    <Button
      onClick={() => {
        search.set({ queue: 'unassigned' })
      }}
    >
      看无人受理的
    </Button>
  )
}
