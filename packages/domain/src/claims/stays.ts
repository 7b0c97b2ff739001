/**
 * How long a case stood in each of its states, in working seconds (CLM-14, CLM-17): what the expected finish learns
 * from. For the family a case is finished when the money arrived or the denial was told, not when the file is closed.
 */
import type { Instant } from '../kernel/index.ts'
import { secondsOf, workingTime, type Calendar } from '../sla/index.ts'

type StayState = 'collecting' | 'reviewing' | 'assessing' | 'approving' | 'settling'
export type StayEvent = {
  readonly name: string
  readonly at: Instant
  /** Of a payment or a denial: others of the case are still open. */
  readonly partial?: boolean
}
export type ClaimStays = {
  /** One stay each time the case came into a state, in order; the last one is still open unless finished. */
  readonly stays: readonly { readonly stage: StayState; readonly seconds: number }[]
  readonly outcome: 'finished' | 'withdrawn' | 'open'
}

const LEADS_TO: Readonly<Record<string, StayState>> = {
  'claim.registered': 'collecting',
  'claim.file_completed': 'reviewing',
  'claim.supplement_asked': 'collecting',
  'claim.review_finished': 'assessing',
  'claim.proposed': 'approving',
  'claim.returned': 'assessing',
  'claim.decided': 'settling',
  'claim.reopened': 'assessing',
}
const SETTLES: readonly string[] = ['claim.paid', 'claim.denial_notified', 'claim.closed']
/** Which events of a claim count; the rest need not be read. */
export const STAY_EVENTS: readonly string[] = [...Object.keys(LEADS_TO), ...SETTLES, 'claim.withdrawn']

/** `events` oldest first; `now` ends the open stay. The time between a finish and a reopening is nobody's. */
export function claimStays(events: readonly StayEvent[], calendar: Calendar, now: Instant): ClaimStays {
  const stays: { stage: StayState; seconds: number }[] = []
  let here: { stage: StayState; from: number } | null = null
  let outcome: ClaimStays['outcome'] = 'open'
  const leave = (at: number) => {
    if (here !== null) stays.push({ stage: here.stage, seconds: workingTime(calendar, here.from, at) })
    here = null
  }
  for (const event of events) {
    const at = secondsOf(event.at)
    if (at === undefined) continue
    const stage = LEADS_TO[event.name]
    if (stage !== undefined) {
      if (stage === stageOf(here)) continue
      leave(at)
      here = { stage, from: at }
      outcome = 'open'
    } else if (event.name === 'claim.withdrawn' || settles(event, stageOf(here))) {
      leave(at)
      outcome = event.name === 'claim.withdrawn' ? 'withdrawn' : outcome === 'withdrawn' ? outcome : 'finished'
    }
  }
  const present = secondsOf(now)
  if (present !== undefined) leave(present)
  return { stays, outcome }
}

function stageOf(here: { readonly stage: StayState } | null): StayState | null {
  return here?.stage ?? null
}

/** A part of the money, or of the denials, leaves the rest waiting. */
function settles(event: StayEvent, stage: StayState | null): boolean {
  return SETTLES.includes(event.name) && stage === 'settling' && event.partial !== true
}
