/** The state of an introduction (SRV-07): a word, with its colour. */
import type { IntroductionItem } from '@anpei/contract/programme'
import type { ReactElement } from 'react'
import { Tag, type Tone } from '../../kit/index.ts'

const TONES: Readonly<Record<IntroductionItem['state'], Tone>> = {
  opened: 'blue',
  explained: 'amber',
  confirmed: 'green',
  applied: 'amber',
  handed: 'teal',
  answered: 'green',
  dropped: 'grey',
}

export function IntroductionTag({ of }: { of: Pick<IntroductionItem, 'state' | 'stateWord'> }): ReactElement {
  return <Tag tone={TONES[of.state]}>{of.stateWord}</Tag>
}
