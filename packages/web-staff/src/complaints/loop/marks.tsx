/** Tags of the loop (CMP-13). */
import type { EffectView, ImprovementItem } from '@anpei/contract/complaints'
import type { ReactElement } from 'react'
import { Tag, type Tone } from '../../kit/index.ts'

const STATES: Readonly<Record<ImprovementItem['state'], Tone>> = {
  proposed: 'amber',
  assigned: 'blue',
  done: 'teal',
  measured: 'amber',
  accepted: 'green',
  dropped: 'grey',
}
const VERDICTS: Readonly<Record<EffectView['verdict'], Tone>> = {
  improved: 'green',
  worsened: 'red',
  not_shown: 'grey',
  too_few: 'grey',
  causes_missing: 'amber',
}

export function ImprovementTag({ state, word }: { state: ImprovementItem['state']; word: string }): ReactElement {
  return <Tag tone={STATES[state]}>{word}</Tag>
}

export function VerdictTag({ verdict, word }: { verdict: EffectView['verdict']; word: string }): ReactElement {
  return <Tag tone={VERDICTS[verdict]}>{word}</Tag>
}

type Place = ImprovementItem['place']

/** 回访｜环节太慢｜各产品｜各机构 */
export function placeText({ stepWord, causeWord, programme, institution }: Place): string {
  return [stepWord, causeWord, programme?.name ?? '各产品', institution?.name ?? '各机构'].join('｜')
}
