/** Cover and registration as bars over the years; the day asked about is marked, a click asks about another. */
import type { Answer } from '@anpei/contract/kernel'
import type { getPersonCover } from '@anpei/contract/programme'
import { addDays, dayNumber, dayOfNumber, type Day } from '@anpei/domain/kernel'
import type { MouseEvent, ReactElement } from 'react'
import { today } from '../../kernel/index.ts'

type Programme = Answer<typeof getPersonCover>['programmes'][number]
type Bar = { readonly fromOn: Day; readonly toOn: Day | null }

const YEAR_DAYS = 366

/** From a little before the first cover (or registration) to a year from now. */
function windowOf(covers: readonly Bar[], now: Day): { from: number; to: number } {
  const starts = covers.map(({ fromOn }) => fromOn).sort()
  const first = starts[0] ?? now
  const earliest = dayNumber(addDays(now, -4 * YEAR_DAYS))
  return { from: Math.max(dayNumber(first) - 60, earliest), to: dayNumber(now) + YEAR_DAYS }
}

type Props = {
  covers: Programme['covers']
  facts: Programme['facts']
  day: Day
  onDay: (day: Day) => void
}

export function CoverTimeline({ covers, facts, day, onDay }: Props): ReactElement {
  const live = covers.filter(({ knownBefore }) => knownBefore === null)
  const frame = windowOf(live, today())
  const place = (at: number): number => Math.min(100, Math.max(0, ((at - frame.from) / (frame.to - frame.from)) * 100))
  const bar = ({ fromOn, toOn }: Bar): { left: string; width: string } => {
    const left = place(dayNumber(fromOn))
    const right = toOn === null ? 100 : place(dayNumber(toOn) + 1)
    return { left: `${left}%`, width: `${Math.max(0.4, right - left)}%` }
  }
  const pick = (event: MouseEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    onDay(dayOfNumber(Math.round(frame.from + ((event.clientX - box.left) / box.width) * (frame.to - frame.from))))
  }
  const said = live.map(({ fromOn, toOn }) => `${fromOn} 至 ${toOn ?? '长期'}`).join('；')
  return (
    <div className="pg-time">
      <div className="pg-tracks" role="img" aria-label={said ? `保障期间：${said}` : '没有保障期间'} onClick={pick}>
        <div className="pg-track" data-name="保障">
          {live.map((one) => (
            <i
              key={one.fromOn}
              className="pg-cover"
              style={bar(one)}
              title={`${one.fromOn} 至 ${one.toOn ?? '长期'}`}
            />
          ))}
        </div>
        <div className="pg-track" data-name="户籍">
          {facts
            .filter(({ knownBefore }) => knownBefore === null)
            .map((one) => (
              <i
                key={`${one.fromOn}${one.status}`}
                className={`pg-fact pg-${one.status}`}
                style={bar(one)}
                title={`${one.statusWord}：${one.fromOn} 至 ${one.toOn ?? '现在'}`}
              />
            ))}
        </div>
        {years(frame).map(([year, at]) => (
          <span key={year} className="pg-year" style={{ left: `${place(at)}%` }}>
            {year}
          </span>
        ))}
        {day === '' ? null : <b className="pg-mark" style={{ left: `${place(dayNumber(day))}%` }} title={day} />}
      </div>
      <p className="ap-muted ap-small">绿色：保障期间；蓝色：在册；红线：所查日期 {day}。点图可换日期。</p>
    </div>
  )
}

function years(frame: { from: number; to: number }): [string, number][] {
  const first = Number(dayOfNumber(frame.from).slice(0, 4)) + 1
  const last = Number(dayOfNumber(frame.to).slice(0, 4))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const year = `${first + index}`
    return [year, dayNumber(`${year}-01-01`)]
  })
}
