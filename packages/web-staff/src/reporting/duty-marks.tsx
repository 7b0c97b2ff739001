/** How a duty stands: always a word, with colour and icon beside it (RPT-06). */
import type { DutyRow } from '@anpei/contract/reporting'
import { DUTY_STANDINGS, type DutyStanding } from '@anpei/domain/reporting'
import type { ReactElement } from 'react'
import { Tag, type IconName, type Tone } from '../kit/index.ts'

const TONES: Readonly<Record<DutyStanding, Tone>> = {
  planned: 'grey',
  open: 'blue',
  due_soon: 'amber',
  overdue: 'red',
  done: 'green',
  done_late: 'amber',
}
const ICONS: Readonly<Partial<Record<DutyStanding, IconName>>> = {
  due_soon: 'clock',
  overdue: 'alert',
  done: 'check',
  done_late: 'check',
}

export function StandingTag({ standing }: { standing: DutyStanding }): ReactElement {
  const icon = ICONS[standing]
  return (
    <Tag tone={TONES[standing]} {...(icon ? { icon } : {})}>
      {DUTY_STANDINGS[standing]}
    </Tag>
  )
}

export function OwnerName({ row }: { row: Pick<DutyRow, 'owner' | 'standIn'> }): ReactElement {
  if (row.owner === null) return <Tag tone="red">无人负责</Tag>
  return (
    <>
      <span className="ap-name">{row.owner.name}</span>
      {row.standIn ? <small>（请假，{row.standIn.name}代办）</small> : null}
    </>
  )
}

export function toneOfDuty(row: Pick<DutyRow, 'standing'>): 'late' | 'soon' | null {
  return row.standing === 'overdue' ? 'late' : row.standing === 'due_soon' ? 'soon' : null
}
