/** A year of duties: one line a duty, one column a month, one dot an instance (RPT-06). */
import type { standingDutyYear } from '@anpei/contract/reporting'
import type { Answer } from '@anpei/contract/kernel'
import { DUTY_PERIODS, DUTY_STANDINGS, type DutyStanding } from '@anpei/domain/reporting'
import { Button } from 'antd'
import { Fragment, useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { Icon, Panel } from '../kit/index.ts'
import { AssignDialog } from './AssignDialog.tsx'
import { periodText } from './period-text.ts'

type Year = Answer<typeof standingDutyYear>
type Duty = Year['guarantees'][number]['duties'][number]
type Dot = Duty['dots'][number]

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
/** The sign inside the dot, so that colour is never alone. */
const SIGNS: Readonly<Record<DutyStanding, string>> = {
  planned: '',
  open: '·',
  due_soon: '！',
  overdue: '✕',
  done: '✓',
  done_late: '迟',
}

export function DutyYear({ answer, onYear }: { answer: Year; onYear: (year: number) => void }): ReactElement {
  const [assigning, setAssigning] = useState<Duty | null>(null)
  const mayManage = answer.can.includes('manage')
  const acts = (
    <>
      <YearButton to={answer.year - 1} onYear={onYear} />
      <strong className="ap-num">{answer.year} 年</strong>
      <YearButton to={answer.year + 1} onYear={onYear} />
    </>
  )
  return (
    <>
      <Panel title="年历" acts={acts} flush>
        <Legend />
        <div className="ap-table-box" role="region" aria-label={`${answer.year} 年保障职责`} tabIndex={0}>
          <table className="ap-table du-year">
            <thead>
              <tr>
                <th scope="col">职责</th>
                <th scope="col">责任</th>
                {MONTHS.map((month) => (
                  <th key={month} scope="col" className="ap-center">
                    {month}月
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answer.guarantees.map((guarantee) => (
                <Fragment key={guarantee.code}>
                  <tr className="du-group">
                    <th scope="rowgroup" colSpan={14}>
                      {guarantee.name}{' '}
                      <small>
                        {DUTY_PERIODS[guarantee.period]} · {guarantee.departments.join('、')}
                      </small>
                    </th>
                  </tr>
                  {guarantee.duties.map((duty) => (
                    <DutyLine key={duty.code} duty={duty} onAssign={mayManage ? setAssigning : null} />
                  ))}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      {assigning ? (
        <AssignDialog
          duty={assigning}
          onClose={() => {
            setAssigning(null)
          }}
        />
      ) : null}
    </>
  )
}

function YearButton({ to, onYear }: { to: number; onYear: (year: number) => void }): ReactElement {
  return (
    <Button
      size="small"
      onClick={() => {
        onYear(to)
      }}
    >
      {to}
    </Button>
  )
}

function Legend(): ReactElement {
  const standings: readonly DutyStanding[] = ['done', 'done_late', 'open', 'due_soon', 'overdue', 'planned']
  return (
    <ul className="du-legend" aria-label="图例">
      {standings.map((standing) => (
        <li key={standing}>
          <span className={`du-dot du-${standing}`} aria-hidden="true">
            {SIGNS[standing]}
          </span>
          {DUTY_STANDINGS[standing]}
        </li>
      ))}
    </ul>
  )
}

function DutyLine({ duty, onAssign }: { duty: Duty; onAssign: ((duty: Duty) => void) | null }): ReactElement {
  return (
    <tr>
      <th scope="row" title={duty.clause}>
        {duty.name} {duty.period === 'ad_hoc' ? null : <small>{DUTY_PERIODS[duty.period]}</small>}
      </th>
      <td data-label="责任">
        {duty.owner?.name ?? <span className="du-none">未指定</span>} <small>{duty.department?.name}</small>
        {onAssign ? (
          <Button
            type="text"
            size="small"
            aria-label={`指定“${duty.name}”的责任人`}
            icon={<Icon name="user" size={14} />}
            onClick={() => {
              onAssign(duty)
            }}
          />
        ) : null}
      </td>
      {MONTHS.map((month) => (
        <td key={month} className="ap-center" data-label={`${month}月`}>
          <span className="ap-cell du-dots">
            {duty.dots
              .filter((dot) => dot.month === month)
              .map((dot) => (
                <DotMark key={dot.periodKey + dot.dueOn} dot={dot} duty={duty} />
              ))}
          </span>
        </td>
      ))}
    </tr>
  )
}

function DotMark({ dot, duty }: { dot: Dot; duty: Duty }): ReactElement {
  const label = `${duty.name} ${periodText(dot.periodKey)}，${dot.dueOn} 前，${DUTY_STANDINGS[dot.standing]}`
  const look = `du-dot du-${dot.standing}`
  return dot.id === null ? (
    <span className={look} role="img" aria-label={label} title={label} />
  ) : (
    <Link className={look} to={`/standing-duties/${dot.id}`} aria-label={label} title={label}>
      {SIGNS[dot.standing]}
    </Link>
  )
}
