/** On the first page: the reader's own duties and the reminders not yet seen (RPT-06). */
import { myDuties, seeDutyNotices } from '@anpei/contract/reporting'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { FaultNote, Panel } from '../kit/index.ts'
import { StandingTag } from './duty-marks.tsx'
import { periodText } from './period-text.ts'
import './duties.css'

const SHOWN = 6

export function MyDuties(): ReactElement | null {
  const found = useCall(myDuties, {}, { everySeconds: 300 })
  const seen = useCommand(seeDutyNotices)
  const duties = found.shown?.duties ?? []
  const notices = found.shown?.notices ?? []
  if (duties.length + notices.length === 0) return null
  const told = new Map(notices.map((one) => [one.dutyId, one]))
  const others = notices.filter((one) => !duties.some(({ id }) => id === one.dutyId))
  const acts = (
    <>
      {notices.length > 0 ? (
        <Button
          size="small"
          loading={seen.busy}
          onClick={() => {
            void seen.run({})
          }}
        >
          {notices.length} 条提醒已读
        </Button>
      ) : null}
      <Link to="/standing-duties?mine=true">全部</Link>
    </>
  )
  return (
    <Panel flush id="duties" title={`我的保障职责（${duties.length}）`} acts={acts}>
      <FaultNote fault={seen.fault} />
      <ul className="ap-items">
        {others.map((one) => (
          <li key={`${one.dutyId}${one.percent}`}>
            <Line
              to={one.dutyId}
              main={`${one.title} ${periodText(one.periodKey)}`}
              note={`${one.dueOn} 前完成　下属的职责已用期限 ${one.percent}%，请督办`}
              standing={one.standing}
            />
          </li>
        ))}
        {duties.slice(0, SHOWN).map((row) => {
          const notice = told.get(row.id)
          const due = `${row.dueOn} 前完成`
          return (
            <li key={row.id}>
              <Line
                to={row.id}
                main={`${row.title} ${periodText(row.periodKey)}`}
                note={notice ? `${due}　提醒：期限已用 ${notice.percent}%` : due}
                standing={row.standing}
              />
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

type LineProps = {
  to: string
  main: string
  note: string
  standing: Parameters<typeof StandingTag>[0]['standing']
}

function Line({ to, main, note, standing }: LineProps): ReactElement {
  return (
    <Link to={`/standing-duties/${to}`}>
      <span>
        {main}
        <small>{note}</small>
      </span>
      <StandingTag standing={standing} />
    </Link>
  )
}
