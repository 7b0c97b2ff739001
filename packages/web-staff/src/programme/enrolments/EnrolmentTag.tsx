/** The state of an enrolment (PRG-07): a word, with its colour. */
import type { EnrolmentItem } from '@anpei/contract/programme'
import type { ReactElement } from 'react'
import { Tag, type Tone } from '../../kit/index.ts'

const TONES: Readonly<Record<EnrolmentItem['state'], Tone>> = {
  received: 'amber',
  checked: 'blue',
  accepted: 'teal',
  declined: 'red',
  told: 'green',
  withdrawn: 'grey',
}

export function EnrolmentTag({ of }: { of: Pick<EnrolmentItem, 'state' | 'stateWord'> }): ReactElement {
  return <Tag tone={TONES[of.state]}>{of.stateWord}</Tag>
}
