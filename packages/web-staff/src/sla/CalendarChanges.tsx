/** Changes of the calendar: days that differ, cases that move, and the second person's decision (CLK-02, ORG-05). */
import { confirmCalendarChange, rejectCalendarChange, type CalendarChange } from '@anpei/contract/sla'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../client/index.ts'
import { Empty, FaultNote, Panel, Tag, type Tone } from '../kit/index.ts'
import { dueText, instantText } from '../kernel/index.ts'
import { casePath } from './case-path.ts'
import { dayText, WEEKDAYS } from './hours-text.ts'

const TONES: Readonly<Record<CalendarChange['state'], Tone>> = {
  waiting: 'amber',
  confirmed: 'green',
  rejected: 'grey',
}

export function CalendarChanges({ changes }: { changes: readonly CalendarChange[] }): ReactElement {
  return (
    <Panel title="变更">
      {changes.length === 0 ? <Empty>还没有改过日历。</Empty> : null}
      <div className="ap-stack">
        {changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </div>
    </Panel>
  )
}

function Change({ change }: { change: CalendarChange }): ReactElement {
  const confirm = useCommand(confirmCalendarChange)
  const reject = useCommand(rejectCalendarChange)
  const params = { changeId: change.id }
  return (
    <article className="sl-change">
      <h3>
        {titleOf(change)} <Tag tone={TONES[change.state]}>{change.stateWord}</Tag>
        {change.state === 'confirmed' && !change.applied ? <Tag tone="blue">正在重算在走的时限</Tag> : null}
      </h3>
      <p>
        {change.source}。{change.madeBy} {instantText(change.madeAt)} 提交
        {change.checkedBy === null ? '' : `；${change.checkedBy} ${instantText(change.checkedAt)} ${change.stateWord}`}
        。
      </p>
      {change.days.length > 0 ? (
        <p>
          与现行日历不同的日子：
          {change.days.map((one) => `${one.day} ${one.after === 'off' ? '改休' : '改班'}`).join('、')}。
        </p>
      ) : null}
      <Hours hours={change.hours} />
      <Effect change={change} />
      <FaultNote fault={confirm.fault ?? reject.fault} />
      {change.can.length === 0 ? null : (
        <div className="ap-acts">
          {change.can.includes('confirm') ? (
            <Button
              type="primary"
              loading={confirm.busy}
              onClick={() => {
                void confirm.run({ params })
              }}
            >
              复核生效
            </Button>
          ) : null}
          <Button
            loading={reject.busy}
            onClick={() => {
              void reject.run({ params })
            }}
          >
            退回
          </Button>
        </div>
      )}
      {change.state === 'waiting' && !change.can.includes('confirm') && change.report ? (
        <p className="ap-muted">等另一位有权限的同事复核。</p>
      ) : null}
    </article>
  )
}

function titleOf({ kind, year, office, day, spans }: CalendarChange): string {
  if (kind === 'notice') return `${year ?? ''} 年放假通知`
  if (kind === 'hours') return '工作时间变更'
  const when = spans === null ? '收回单独安排' : spans.length === 0 ? '全天休息' : dayText(spans)
  return `${office?.name ?? ''} ${day ?? ''} ${when}`.trim()
}

function Hours({ hours }: { hours: CalendarChange['hours'] }): ReactElement | null {
  if (hours.length === 0) return null
  return (
    <ul className="ap-plain-list">
      {hours.map(({ line, what, before, after }) => (
        <li key={`${line}${what}`}>
          {line}，{WEEKDAYS.find((one) => one.key === what)?.zh ?? what}：
          <span className="ap-num">
            {hoursText(before)} → {hoursText(after)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function hoursText(spans: readonly string[] | null): string {
  if (spans === null) return '按每周时间和节假日'
  return spans.length === 0 ? '休息' : spans.join('，')
}

function Effect({ change }: { change: CalendarChange }): ReactElement | null {
  const { report } = change
  if (report === null) return change.state === 'waiting' ? <p aria-busy="true">正在算对在走案件的影响……</p> : null
  return (
    <>
      <p>
        看了 {report.checked.toLocaleString('en-US')} 个在走的案件：<strong>{report.earlier}</strong> 个案件有时限提前，
        <strong>{report.later}</strong> 个案件有时限推后。
      </p>
      <Cases title="哪些案件和时限" cases={report.cases} />
      {report.ended.checked === 0 ? null : (
        <p>
          今年已经结束的时限不改动：看了 {report.ended.checked.toLocaleString('en-US')} 个案件，按新日历算会有不同结论的{' '}
          <strong>{report.ended.otherwise}</strong> 个。
        </p>
      )}
      <Cases title="哪些已结束的时限会有不同结论" cases={report.ended.cases} />
    </>
  )
}

type Report = NonNullable<CalendarChange['report']>
type CasesProps = { title: string; cases: readonly (Report['cases'][number] | Report['ended']['cases'][number])[] }

function Cases({ title, cases }: CasesProps): ReactElement | null {
  if (cases.length === 0) return null
  return (
    <details>
      <summary>
        {title}（前 {cases.length} 个）
      </summary>
      <ul className="ap-plain-list">
        {cases.map((one) => (
          <li key={`${one.subjectId}${one.clockTitle}`}>
            <Link to={casePath(one.subjectKind, one.subjectId)}>{one.subjectNo || '案件'}</Link> {one.clockTitle}：
            <span className="ap-num">
              {dueText(one.before)} → {dueText(one.after)}
            </span>
            {'was' in one ? (one.was === 'met' ? '，已按时，会成超时' : '，已超时，会成按时') : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
