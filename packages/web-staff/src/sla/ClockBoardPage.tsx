/**
 * 时限看板: what breaks next of every kind of case, with time left in the clock's own unit, the absolute time and the
 * reason (CLK-04).
 */
import { countWhatBreaksNext, listWhatBreaksNext, type ClockBoardRow } from '@anpei/contract/sla'
import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useLive } from '../client/index.ts'
import { dueText } from '../kernel/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  FilterPick,
  keyIn,
  PageHead,
  Pager,
  Panel,
  Tag,
  useSearchState,
  type Column,
  type Tone,
} from '../kit/index.ts'
import { casePath } from './case-path.ts'
import './clock-board.css'

const SIZE = 20
const EVERY_SECONDS = 30
const SHOW = { all: '全部未结', late: '已超期', today: '今天到期', warned: '已用八成以上' } as const
const NONE = {
  all: '没有在走的时限。',
  late: '没有超期的事项。',
  today: '今天没有到期的事项。',
  warned: '没有用到八成的时限。',
} as const
const heard = [listWhatBreaksNext, countWhatBreaksNext]
type BoardClock = ClockBoardRow['clocks'][number]

const columns: readonly Column<ClockBoardRow>[] = [
  {
    key: 'case',
    title: '事项',
    render: (row) => (
      <>
        <Tag>{row.kindWord}</Tag> <Link to={casePath(row.kind, row.id)}>{row.no}</Link>
        <div>
          <small>{[row.name, row.villageName].filter(Boolean).join(' · ')}</small>
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
      {of.dueAt === null ? null : <small className="ap-num"> {dueText(of.dueAt)}</small>}{' '}
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
  const kind = search.get('kind')
  const filter = { kind, ownerId: search.get('owner'), institutionId: search.get('institution') }
  const often = { everySeconds: EVERY_SECONDS }
  const found = useCall(listWhatBreaksNext, { query: { ...filter, show, limit: SIZE, cursor: search.cursor } }, often)
  const counts = useCall(countWhatBreaksNext, { query: filter }, often).shown
  const kinds = (counts?.kinds ?? []).map((one) => ({ value: one.kind, label: one.word }))
  const houses = (counts?.institutions ?? []).map((one) => ({ value: one.id, label: one.name }))
  const countOf = (key: keyof typeof SHOW): string =>
    counts === undefined || key === 'all' ? '' : ` ${counts[key] >= 1000 ? '1000 以上' : counts[key]}`
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
          {kinds.length > 1 ? <FilterPick search={search} name="kind" label="种类" choices={kinds} /> : null}
          {houses.length > 1 ? <FilterPick search={search} name="institution" label="机构" choices={houses} /> : null}
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
