/** 时限看板: what breaks next, with time left in the clock's own unit, the absolute time and the reason (CLK-04). */
import { countWhatBreaksNext, listWhatBreaksNext, type ClockBoardRow } from '@anpei/contract/claims'
import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useLive } from '../client/index.ts'
import { dueText } from '../kernel/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  keyIn,
  PageHead,
  Pager,
  Panel,
  Tag,
  useSearchState,
  type Column,
  type Tone,
} from '../kit/index.ts'
import './clock-board.css'

const SIZE = 20
const EVERY_SECONDS = 30
const SHOW = { all: '全部未结', late: '已超期', today: '今天到期', warned: '已用八成以上' } as const
const NONE = {
  all: '没有在走的时限。',
  late: '没有超期的案件。',
  today: '今天没有到期的案件。',
  warned: '没有用到八成的时限。',
} as const
const heard = [listWhatBreaksNext, countWhatBreaksNext]
type BoardClock = ClockBoardRow['clocks'][number]

const columns: readonly Column<ClockBoardRow>[] = [
  {
    key: 'claim',
    title: '案件',
    render: (row) => (
      <>
        {row.kind === 'report' ? <Tag tone="blue">报案</Tag> : null}{' '}
        <Link to={row.kind === 'report' ? `/reports/${row.id}` : `/claims/${row.id}`}>{row.no}</Link>
        <div>
          <small>
            {row.personName}
            {row.villageName === null ? '' : ` · ${row.villageName}`}
          </small>
        </div>
      </>
    ),
  },
  {
    key: 'clocks',
    title: '在走的时限',
    render: (row) => (
      <ul className="cb-clocks">
        {row.clocks.map((clock) => (
          <li key={clock.clockId}>
            <Clock of={clock} />
          </li>
        ))}
      </ul>
    ),
  },
  {
    key: 'state',
    title: '环节',
    render: (row) => (
      <>
        {row.stateWord}
        {row.anxious ? (
          <div>
            <Tag tone="amber">着急</Tag>
          </div>
        ) : null}
      </>
    ),
  },
  {
    key: 'owner',
    title: '承办',
    render: (row) => (
      <>
        {row.ownerName ?? <Tag tone="amber">无人承办</Tag>}
        <div>
          <small className="ap-muted">{row.institutionName}</small>
        </div>
      </>
    ),
  },
]

function Clock({ of }: { of: BoardClock }): ReactElement {
  return (
    <>
      <Tag tone={toneOf(of)} icon={of.late ? 'alert' : 'clock'}>
        {of.remaining}
      </Tag>{' '}
      {of.title}
      {of.dueAt === null ? null : <small className="ap-num"> {dueText(of.dueAt)}</small>}
      {of.provisional ? <Tag tone="amber">节假日未公布，暂定</Tag> : null}
      <div>
        <small className="ap-muted">{of.explanation}</small>
      </div>
    </>
  )
}

function toneOf(clock: BoardClock): Tone {
  if (clock.late) return 'red'
  if (clock.paused) return 'grey'
  return clock.announcedPercent >= 80 ? 'amber' : 'blue'
}

export default function ClockBoardPage(): ReactElement {
  const search = useSearchState()
  useLive('alarms', heard)
  const show = keyIn(SHOW, search.get('show')) ?? 'all'
  const ownerId = search.get('owner')
  const often = { everySeconds: EVERY_SECONDS }
  const found = useCall(listWhatBreaksNext, { query: { show, limit: SIZE, cursor: search.cursor, ownerId } }, often)
  const counts = useCall(countWhatBreaksNext, { query: { ownerId } }, often).shown
  const countOf = (key: keyof typeof SHOW): string =>
    counts === undefined || key === 'all' ? '' : ` ${counts[key] >= 10_000 ? '1 万以上' : counts[key]}`
  return (
    <>
      <PageHead title="时限看板" note="先到期的在前；新的预警到了，这里自己更新。" />
      <Panel flush>
        <div className="ap-filters">
          <Segmented
            value={show}
            options={Object.entries(SHOW).map(([value, label]) => ({
              value,
              label: `${label}${countOf(keyIn(SHOW, value) ?? 'all')}`,
            }))}
            onChange={(value) => {
              search.set({ show: String(value) })
            }}
          />
        </div>
        <Answered of={found}>
          {(page) => (
            <>
              <DataTable label="时限看板" columns={columns} rows={page.items} empty={<Empty>{NONE[show]}</Empty>} />
              {page.items.length ? (
                <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
              ) : null}
            </>
          )}
        </Answered>
      </Panel>
    </>
  )
}
