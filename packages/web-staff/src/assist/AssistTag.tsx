/** The state of an assisted claim: a word, with colour and icon beside it. */
import type { AssistState } from '@anpei/domain/assist'
import type { ReactElement } from 'react'
import { Tag, type IconName, type Tone } from '../kit/index.ts'

const TONES: Readonly<Record<AssistState, Tone>> = {
  draft: 'amber',
  submitted: 'blue',
  accepted: 'teal',
  decided: 'teal',
  paid: 'green',
  closed: 'grey',
  declined: 'red',
  withdrawn: 'grey',
}
const ICONS: Readonly<Partial<Record<AssistState, IconName>>> = {
  submitted: 'clock',
  accepted: 'folder',
  decided: 'check',
  paid: 'check',
  closed: 'check',
  declined: 'cross',
}

export function AssistTag({ state, word }: { state: AssistState; word: string }): ReactElement {
  const icon = ICONS[state]
  return (
    <Tag tone={TONES[state]} {...(icon ? { icon } : {})}>
      {word}
    </Tag>
  )
}
