/**
 * How the working time of a closed claim divides among its stages, against the handbook's baseline (CLM-17, T40): 30
 * working days, of which 25 % 资料审核, 30 % 责任认定, 20 % 赔付计算, 15 % 支付; the shares sum to 90 %, the remaining
 * 10 % are report, collecting papers and closing (LAW §1 row 4). Waiting for papers after a supplement was asked is
 * nobody's review; the time between a closing and a reopening is nobody's at all.
 */
import type { Instant } from '../kernel/index.ts'
import { secondsOf, workingTime, type Calendar } from '../sla/index.ts'

export const STAGES = {
  review: { zh: '资料审核', baselineBps: 2500 },
  liability: { zh: '责任认定', baselineBps: 3000 },
  calculation: { zh: '赔付计算', baselineBps: 2000 },
  payment: { zh: '支付', baselineBps: 1500 },
  rest: { zh: '其余（报案、收集资料、结案）', baselineBps: 1000 },
} as const
export type Stage = keyof typeof STAGES
export const BASELINE_WORKING_DAYS = 30

export type StageEvent = { readonly name: string; readonly at: Instant }
/** Hundredths of a working day by stage. */
export type StageTimes = Readonly<Record<Stage, number>>

/** The stage a claim is in after an event; `null` = it has ended. */
const LEADS_TO: Readonly<Record<string, Stage | null>> = {
  'claim.file_completed': 'review',
  'claim.supplement_asked': 'rest',
  'claim.review_finished': 'liability',
  'claim.assessed': 'calculation',
  'claim.returned': 'liability',
  'claim.decided': 'payment',
  'claim.closed': null,
  'claim.withdrawn': null,
  'claim.reopened': 'liability',
}
const SETTLED: readonly string[] = ['claim.paid', 'claim.denial_notified']

/** Which events of a claim count; the rest need not be read. */
export const STAGE_EVENTS: readonly string[] = [...Object.keys(LEADS_TO), ...SETTLED]

type Piece = { stage: Stage | null; from: Instant }

/** `events` oldest first; null while the claim is not closed. */
export function stageTimes(receivedAt: Instant, events: readonly StageEvent[], calendar: Calendar): StageTimes | null {
  const closedAt = events.findLast(({ name }) => name === 'claim.closed')?.at
  const pieces = piecesOf(receivedAt, events)
  if (closedAt === undefined || pieces.at(-1)?.stage !== null) return null
  const seconds = { review: 0, liability: 0, calculation: 0, payment: 0, rest: 0 }
  for (const [at, { stage, from }] of pieces.entries()) {
    const to = pieces[at + 1]?.from
    if (stage === null || to === undefined) continue
    seconds[stage] += workingTime(calendar, secondOf(from), secondOf(to))
  }
  const day = daySeconds(calendar)
  const hundredths = (of: number) => Math.round((of * 100) / day)
  return {
    review: hundredths(seconds.review),
    liability: hundredths(seconds.liability),
    calculation: hundredths(seconds.calculation),
    payment: hundredths(seconds.payment),
    rest: hundredths(seconds.rest),
  }
}

function piecesOf(receivedAt: Instant, events: readonly StageEvent[]): Piece[] {
  const pieces: Piece[] = [{ stage: 'rest', from: receivedAt }]
  for (const [index, event] of events.entries()) {
    const stage = stageAfter(event, pieces.at(-1)?.stage ?? null, events.slice(index + 1))
    if (stage !== undefined) pieces.push({ stage, from: event.at })
  }
  return pieces
}

/** Undefined where the event changes nothing. */
function stageAfter({ name }: StageEvent, now: Stage | null, later: readonly StageEvent[]): Stage | null | undefined {
  // Several lines are paid or refused one after the other: the last of them ends the payment.
  if (SETTLED.includes(name)) return now === 'payment' && !settlesAgain(later) ? 'rest' : undefined
  // A second assessment is still the calculation; one made while approving does not open a new stage.
  if (name === 'claim.assessed' && now !== 'liability') return undefined
  return LEADS_TO[name]
}

function settlesAgain(later: readonly StageEvent[]): boolean {
  for (const { name } of later) {
    if (SETTLED.includes(name)) return true
    if (name in LEADS_TO) return false
  }
  return false
}

/** The length of a plain working day of this calendar. */
export function daySeconds(calendar: Calendar): number {
  return Math.max(
    1,
    calendar.makeUpSpans.reduce((sum, { open, close }) => sum + close - open, 0),
  )
}

function secondOf(at: Instant): number {
  const second = secondsOf(at)
  if (second === undefined) throw new Error(`not an instant: ${at}`)
  return second
}

/** Share of each stage in basis points of the whole; nulls where there is nothing. */
export function stageShares(times: StageTimes): Readonly<Record<Stage, number | null>> {
  const total = times.review + times.liability + times.calculation + times.payment + times.rest
  const share = (of: number) => (total === 0 ? null : Math.round((of * 10_000) / total))
  return {
    review: share(times.review),
    liability: share(times.liability),
    calculation: share(times.calculation),
    payment: share(times.payment),
    rest: share(times.rest),
  }
}
