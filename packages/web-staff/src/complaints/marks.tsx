/** How a complaint is marked wherever it is named: state, priority, major. */
import type { listComplaints } from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import { complaintLifecycle, PRIORITIES, type ComplaintState } from '@anpei/domain/complaints'
import type { ReactElement } from 'react'
import { Tag, type Tone } from '../kit/index.ts'

export type Row = Answer<typeof listComplaints>['items'][number]

const TONES: Partial<Readonly<Record<ComplaintState, Tone>>> = { received: 'amber', accepted: 'amber', closed: 'green' }

export function ComplaintTag({ state, word }: { state: ComplaintState; word: string }): ReactElement {
  const ended = complaintLifecycle.states[state].phase === 'ended'
  return <Tag tone={TONES[state] ?? (ended ? 'grey' : 'blue')}>{word}</Tag>
}

export function Marks({ priority, major }: { priority: number; major: boolean }): ReactElement {
  return (
    <>
      {priority === 1 ? <Tag tone="red">优先级{PRIORITIES[1]}</Tag> : null}
      {priority === 2 ? <Tag tone="amber">优先级{PRIORITIES[2]}</Tag> : null}
      {major ? <Tag tone="red">重大投诉</Tag> : null}
    </>
  )
}
