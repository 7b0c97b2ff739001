/** States, due times and kinds as small marks: always a word, with colour and icon beside it. */
import { BENEFIT_WORDS, CLAIM_CLASSES, KIND_WORDS, type ClaimClass } from '@anpei/domain/claims'
import type { TimeLeft } from '@anpei/contract/kernel'
import type { Instant } from '@anpei/domain/kernel'
import type { BenefitCode, ClaimKind } from '@anpei/domain/programme'
import { Tooltip } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { dueText, present } from '../kernel/index.ts'
import { Tag, type IconName, type Tone } from '../kit/index.ts'
import { dueWords } from './due.ts'

const STATE_TONES: Readonly<Record<string, Tone>> = {
  collecting: 'blue',
  reviewing: 'teal',
  assessing: 'teal',
  approving: 'amber',
  settling: 'green',
  closed: 'grey',
  withdrawn: 'grey',
  draft: 'amber',
  verified: 'teal',
  registered: 'green',
  not_opened: 'grey',
  cancelled: 'grey',
  open: 'blue',
  proposed: 'amber',
  approved: 'green',
  paid: 'green',
  denied: 'red',
  not_applicable: 'grey',
  waiting: 'amber',
  returned: 'red',
  due: 'blue',
  batched: 'teal',
  signing: 'amber',
  sent: 'teal',
  failed: 'red',
  answered: 'amber',
  proposed_account: 'amber',
  confirmed: 'green',
  rejected: 'red',
  retired: 'grey',
  done: 'green',
  dropped: 'grey',
  missing: 'amber',
  received: 'blue',
  accepted: 'green',
  waived: 'grey',
  asked: 'amber',
  settled: 'green',
  superseded: 'grey',
  filed: 'blue',
  hearing: 'teal',
  judged: 'amber',
  appealed: 'teal',
  ended: 'grey',
  queued: 'blue',
  sending: 'teal',
  unknown: 'amber',
  disputed: 'red',
}
const STATE_ICONS: Readonly<Record<string, IconName>> = {
  denied: 'cross',
  failed: 'alert',
  rejected: 'cross',
  returned: 'cross',
  paid: 'check',
  closed: 'check',
  accepted: 'check',
  confirmed: 'check',
  done: 'check',
  missing: 'minus',
  registered: 'check',
  approved: 'check',
}

export function StateTag({ state, word }: { state: string; word: string }): ReactElement {
  const icon = STATE_ICONS[state]
  return (
    <Tag tone={STATE_TONES[state] ?? 'plain'} {...(icon ? { icon } : {})}>
      {word}
    </Tag>
  )
}

const TONES = { late: 'red', soon: 'amber', calm: 'plain' } as const
const ICONS = { late: 'alert', soon: 'clock', calm: 'clock' } as const

type Due = { readonly dueAt: Instant | null; readonly timeLeft: TimeLeft | null }

export function DueTag({ of: { dueAt, timeLeft } }: { of: Due }): ReactElement {
  const now = useNow()
  if (dueAt === null) return <span className="ap-muted">—</span>
  return (
    <span className="ap-due">
      {timeLeft && <LeftTag left={timeLeft} dueAt={dueAt} now={now} />}
      <small className="ap-num">{dueText(dueAt, now)}</small>
      {timeLeft?.provisional ? <small title="到期前有节假日安排尚未公布的日子">暂定</small> : null}
    </span>
  )
}

function LeftTag({ left, dueAt, now }: { left: TimeLeft; dueAt: Instant; now: Date }): ReactElement {
  const { text, tone } = dueWords(left, dueAt, now)
  const mark = (
    <Tag tone={TONES[tone]} icon={ICONS[tone]}>
      {text}
    </Tag>
  )
  return left.clock === null ? mark : <Tooltip title={left.clock}>{mark}</Tooltip>
}

/** The present minute. */
function useNow(): Date {
  const [now, setNow] = useState(() => present())
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(present())
    }, 60_000)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return now
}

export function dueTone(row: Due & { readonly overdue: boolean }): 'late' | 'soon' | null {
  if (row.overdue) return 'late'
  if (row.dueAt === null || row.timeLeft === null) return null
  const { tone } = dueWords(row.timeLeft, row.dueAt, present())
  return tone === 'calm' ? null : tone
}

export function kindsText(kinds: readonly ClaimKind[]): string {
  return kinds.map((kind) => KIND_WORDS[kind]).join('、')
}

export function ClassTag({ of }: { of: ClaimClass }): ReactElement {
  const tone: Tone = of === 'simple' ? 'green' : of === 'standard' ? 'plain' : 'amber'
  return <Tag tone={tone}>{CLAIM_CLASSES[of]}</Tag>
}

export function benefitText(code: BenefitCode): string {
  return BENEFIT_WORDS[code]
}

/** The word of a closed list for a code the wire gives as text; a code the list does not know stands for itself. */
export function wordIn(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code
}
