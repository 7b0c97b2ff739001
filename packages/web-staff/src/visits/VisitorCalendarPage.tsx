/** The calendar of visitors: a week or a day, moved through by buttons or the arrow keys (SRV-09). */
import { getVisitorCalendar } from '@anpei/contract/visits'
import type { Answer } from '@anpei/contract/kernel'
import { addDays } from '@anpei/domain/kernel'
import { HALVES, VISIT_KINDS } from '@anpei/domain/visits'
import { Button, Radio } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { Answered, Empty, PageHead, Panel, useHotkeys, useSearchState } from '../kit/index.ts'
import { today } from '../kernel/index.ts'
import './visits.css'

type Calendar = Answer<typeof getVisitorCalendar>
type Cell = Calendar['visitors'][number]['cells'][number]

const T = {
  title: '上门人员日历',
  note: '左右方向键翻页。空白表示还有空。',
  week: '一周',
  day: '一天',
  before: '往前',
  now: '今天',
  next: '往后',
  none: '还没有登记上门人员。',
  who: '人员',
  off: '休',
  absent: '请假',
  uncertified: '无有效证书',
  list: '上门人员日历表',
} as const

export default function VisitorCalendarPage(): ReactElement {
  const { get, set } = useSearchState()
  const days = get('days') === '1' ? 1 : 7
  const from = get('from') ?? today()
  const go = (by: number) => () => {
    set({ from: addDays(from, by) })
  }
  useHotkeys({ ArrowLeft: go(-days), ArrowRight: go(days) })
  const calendar = useCall(getVisitorCalendar, { query: { from, days: String(days) } }, { everySeconds: 60 })
  return (
    <div className="ap-stack">
      <PageHead title={T.title} note={T.note}>
        <Radio.Group
          value={days}
          optionType="button"
          options={[
            { value: 7, label: T.week },
            { value: 1, label: T.day },
          ]}
          onChange={(event) => {
            set({ days: event.target.value === 1 ? '1' : undefined })
          }}
        />
        <Button onClick={go(-days)}>{T.before}</Button>
        <Button
          onClick={() => {
            set({ from: undefined })
          }}
        >
          {T.now}
        </Button>
        <Button onClick={go(days)}>{T.next}</Button>
      </PageHead>
      <Panel flush>
        <Answered of={calendar}>{(shown) => <Grid calendar={shown} />}</Answered>
      </Panel>
    </div>
  )
}

function Grid({ calendar }: { calendar: Calendar }): ReactElement {
  if (calendar.visitors.length === 0) return <Empty>{T.none}</Empty>
  return (
    <div className="ap-table-box" role="region" aria-label={T.list} tabIndex={0}>
      <table className="ap-visit-calendar">
        <thead>
          <tr>
            <th scope="col">{T.who}</th>
            {calendar.days.map((day) => (
              <th key={day} scope="col">
                {day.slice(5)} {weekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calendar.visitors.map((visitor) => (
            <tr key={visitor.staffId}>
              <th scope="row">{visitor.name}</th>
              {calendar.days.map((day) => (
                <td key={day}>
                  {visitor.cells
                    .filter((cell) => cell.day === day)
                    .map((cell) => (
                      <HalfDay key={cell.half} cell={cell} capacity={visitor.capacity} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function HalfDay({ cell, capacity }: { cell: Cell; capacity: number }): ReactElement {
  const { standing, visits, half } = cell
  return (
    <div className="ap-visit-half" data-standing={standing} data-full={visits.length >= capacity || undefined}>
      <span className="ap-small ap-muted">
        {HALVES[half]} {standing === 'open' ? `${visits.length}/${capacity}` : T[standing]}
      </span>
      {visits.map((visit) => (
        <Link key={visit.id} to={`/visits/${visit.id}`}>
          {visit.kind === 'home' && visit.villageName ? '' : `${VISIT_KINDS[visit.kind]} `}
          {visit.villageName}
        </Link>
      ))}
    </div>
  )
}

function weekday(day: string): string {
  return `周${'日一二三四五六'.charAt(new Date(day).getUTCDay())}`
}
