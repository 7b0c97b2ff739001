/** States and kinds of requests as small marks: always a word, with colour beside it. */
import type { ReactElement } from 'react'
import { Tag, type Tone } from '../kit/index.ts'
import type { Row } from './queue.ts'

const STATE_TONES: Readonly<Record<Row['state'], Tone>> = {
  received: 'blue',
  taken: 'teal',
  answered: 'green',
  snoozed: 'amber',
  solved: 'green',
  closed: 'grey',
  converted: 'grey',
  merged: 'grey',
}
const KIND_TONES: Partial<Record<Row['kind'], Tone>> = {
  complaint: 'red',
  appeal: 'red',
  tip: 'red',
  report: 'amber',
  visit: 'amber',
}

type Of = Pick<Row, 'state' | 'stateWord' | 'kind' | 'kindWord' | 'special' | 'confidential'>

export function RequestState({ of }: { of: Pick<Of, 'state' | 'stateWord'> }): ReactElement {
  return <Tag tone={STATE_TONES[of.state]}>{of.stateWord}</Tag>
}

export function RequestKind({ of }: { of: Pick<Of, 'kind' | 'kindWord'> }): ReactElement {
  return <Tag tone={KIND_TONES[of.kind] ?? 'plain'}>{of.kindWord}</Tag>
}

/** From care marks; who needs it most is served first among those that are due alike. */
const FIRST_RANK = 2

export function RequestMarks({
  of,
}: {
  of: Pick<Of, 'special' | 'confidential'> & { careRank?: number | null }
}): ReactElement {
  return (
    <>
      {of.careRank != null && of.careRank <= FIRST_RANK ? <Tag tone="red">优先照顾</Tag> : null}
      {of.special ? <Tag tone="amber">特殊情况</Tag> : null}
      {of.confidential ? (
        <Tag tone="red" icon="shield">
          保密
        </Tag>
      ) : null}
    </>
  )
}

/** What the customer wishes to speak (SRV-02). */
export function SpokenMark({ of }: { of: Pick<Row, 'language'> }): ReactElement | null {
  const { language } = of
  if (language === null) return null
  return <Tag tone={language.mine ? 'teal' : 'amber'}>{`讲${language.word}${language.mine ? '（您会讲）' : ''}`}</Tag>
}

const SOON_SECONDS = 3600

export function toneOf({ timeLeft }: Pick<Row, 'timeLeft'>): 'late' | 'soon' | null {
  if (timeLeft === null) return null
  if (timeLeft.late) return 'late'
  return timeLeft.unit === 'wall' && timeLeft.amount <= SOON_SECONDS ? 'soon' : null
}
