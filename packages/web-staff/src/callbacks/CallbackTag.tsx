import type { CallbackItem } from '@anpei/contract/callbacks'
import { SATISFIED } from '@anpei/domain/callbacks'
import type { ReactElement } from 'react'
import { Tag, type Tone } from '../kit/index.ts'

const STATES: Readonly<Record<CallbackItem['state'], Tone>> = {
  owed: 'amber',
  contacting: 'blue',
  reached: 'green',
  exhausted: 'red',
  dropped: 'grey',
}
const FEELINGS: Readonly<Record<keyof typeof SATISFIED, Tone>> = { yes: 'green', no: 'red', unclear: 'plain' }

export function CallbackTag({ of: callback }: { of: CallbackItem }): ReactElement {
  return (
    <span className="ap-row">
      <Tag tone={STATES[callback.state]}>{callback.stateWord}</Tag>
      {callback.declined ? <Tag>不愿接受回访</Tag> : null}
      {callback.satisfied && !callback.declined ? (
        <Tag tone={FEELINGS[callback.satisfied]}>{SATISFIED[callback.satisfied]}</Tag>
      ) : null}
    </span>
  )
}

/** By when: the promise where one runs, else the day. */
export function DueTag({ of: callback }: { of: CallbackItem }): ReactElement {
  const { timeLeft, dueOn, late } = callback
  if (timeLeft) return <Tag tone={timeLeft.late ? 'red' : 'plain'}>{timeLeft.text}</Tag>
  return late ? <Tag tone="red">{dueOn} 已过</Tag> : <span className="ap-num">{dueOn}</span>
}
