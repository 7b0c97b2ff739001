import type { VisitState } from '@anpei/domain/visits'
import type { ReactElement } from 'react'
import { Tag, type Tone } from '../kit/index.ts'

const TONES: Readonly<Record<VisitState, Tone>> = {
  requested: 'amber',
  agreed: 'blue',
  on_the_way: 'teal',
  arrived: 'teal',
  not_met: 'amber',
  done: 'green',
  cancelled: 'grey',
}

export function VisitTag({ state, word }: { state: VisitState; word: string }): ReactElement {
  return <Tag tone={TONES[state]}>{word}</Tag>
}
