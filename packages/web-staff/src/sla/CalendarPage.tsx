/** 工作日历: years and their status, hours of lines and outlets, changes and what they do to running cases (CLK-02). */
import { viewCalendars, type CalendarLine } from '@anpei/contract/sla'
import type { Answer } from '@anpei/contract/kernel'
import { Alert, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useLive } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, DataTable, Empty, PageHead, Panel, Tag, type Column } from '../kit/index.ts'
import { today } from '../kernel/index.ts'
import { CalendarChanges } from './CalendarChanges.tsx'
import { DayDialog } from './DayDialog.tsx'
import { OfficeDays } from './OfficeDays.tsx'
import { HoursDialog, NoticeDialog } from './CalendarDialogs.tsx'
import { WEEKDAYS } from './hours-text.ts'
import './sla.css'

type Desk = Answer<typeof viewCalendars>
const heard = [viewCalendars]

export default function CalendarPage(): ReactElement {
  useLive('calendars', heard)
  const desk = useCall(viewCalendars, {}, { everySeconds: 30 })
  const may = useMay()
  const [notice, setNotice] = useState(false)
  const [day, setDay] = useState(false)
  const [line, setLine] = useState<CalendarLine | null>(null)
  const next = Number(today().slice(0, 4)) + 1
  return (
    <>
      <PageHead title="工作日历" note="时限按这里的工作日和营业时间计算；改动先看影响，由第二人复核。">
        {may('calendar.manage') ? (
          <Button
            disabled={desk.data === undefined}
            onClick={() => {
              setDay(true)
            }}
          >
            安排某一天
          </Button>
        ) : null}
        {may('calendar.manage') ? (
          <Button
            type="primary"
            onClick={() => {
              setNotice(true)
            }}
          >
            录入放假通知
          </Button>
        ) : null}
      </PageHead>
      <Answered of={desk}>
        {(found) => (
          <div className="ap-stack">
            <Missing year={found.missingYear} />
            <CalendarChanges changes={found.changes} />
            <OfficeDays offices={found.offices} lines={found.lines} />
            <Years years={found.years} />
            <Lines lines={found.lines} onEdit={may('calendar.manage') ? setLine : null} />
          </div>
        )}
      </Answered>
      {notice ? (
        <NoticeDialog
          year={next}
          onClose={() => {
            setNotice(false)
          }}
        />
      ) : null}
      {day && desk.data ? (
        <DayDialog
          lines={desk.data.lines}
          onClose={() => {
            setDay(false)
          }}
        />
      ) : null}
      {line ? (
        <HoursDialog
          line={line}
          onClose={() => {
            setLine(null)
          }}
        />
      ) : null}
    </>
  )
}

function Missing({ year }: { year: number | null }): ReactElement | null {
  if (year === null) return null
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={`${year} 年的放假通知还没有录入`}
      description="跨到明年的期限暂按周末和法定 13 天假日推算，标为“暂定”。国务院办公厅公布后请尽快录入。"
    />
  )
}

function Years({ years }: { years: Desk['years'] }): ReactElement {
  return (
    <Panel title="放假与调休">
      <div className="sl-years">
        {years.map((year) => (
          <section key={year.year}>
            <h3>
              {year.year} 年{' '}
              {year.status === 'official' ? (
                <Tag tone="green" icon="check">
                  已有正式通知
                </Tag>
              ) : (
                <Tag tone="amber">暂定</Tag>
              )}
            </h3>
            {year.days.length === 0 ? (
              <p className="ap-muted">按周末和法定 13 天假日推算。</p>
            ) : (
              <ul className="ap-plain-list">
                {stretches(year.days).map((one) => (
                  <li key={one.from}>
                    <span className="ap-num">{one.from === one.to ? one.from : `${one.from} 至 ${one.to}`}</span>{' '}
                    <Tag tone={one.off ? 'grey' : 'blue'}>{one.off ? '休' : '班'}</Tag> {one.name}
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </Panel>
  )
}

type Stretch = { from: string; to: string; name: string; off: boolean }

/** Days in a row with one name and kind are one line. */
function stretches(days: Desk['years'][number]['days']): Stretch[] {
  const found: Stretch[] = []
  for (const { day, name, off } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = found.at(-1)
    const follows = last !== undefined && Date.parse(day) - Date.parse(last.to) === 86_400_000
    if (last && follows && last.name === name && last.off === off) last.to = day
    else found.push({ from: day, to: day, name, off })
  }
  return found
}

function Lines({
  lines,
  onEdit,
}: {
  lines: Desk['lines']
  onEdit: ((line: CalendarLine) => void) | null
}): ReactElement {
  const columns: readonly Column<CalendarLine>[] = [
    { key: 'name', title: '线路或网点', render: (row) => row.name },
    {
      key: 'hours',
      title: '每周时间',
      render: (row) => (
        <ul className="ap-plain-list">
          {WEEKDAYS.map(({ key, zh }) => (
            <li key={key}>
              {zh} <span className="ap-num">{row.weekly[key].length === 0 ? '休息' : row.weekly[key].join('，')}</span>
            </li>
          ))}
        </ul>
      ),
    },
    { key: 'national', title: '节假日', render: (row) => (row.followsNational ? '随国家放假调休' : '照常') },
    {
      key: 'company',
      title: '单独安排',
      render: (row) =>
        row.company.length === 0
          ? '—'
          : row.company.map(({ day, spans }) => `${day} ${spans.join('，') || '休'}`).join('；'),
    },
    ...(onEdit
      ? [
          {
            key: 'act',
            title: '操作',
            render: (row: CalendarLine) => (
              <Button
                size="small"
                onClick={() => {
                  onEdit(row)
                }}
              >
                修改
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <Panel title="线路与网点时间" flush>
      <DataTable label="线路与网点时间" columns={columns} rows={lines} empty={<Empty>没有线路。</Empty>} />
    </Panel>
  )
}
