/**
 * CMP-01, CMP-12; 令2020-3 art. 12, 29: twenty people or more face to face are a major complaint; the coordinator may
 * declare another one with a reason. One person leads and another is reported to; at most five speak for the others;
 * where they are heard, and whether that is recorded, is noted. A second person lifts it, with nothing left open.
 * No clock of the law grows longer by any of it.
 */
import { ok, refuse, transition, type Decision, type Transition } from '../../kernel/index.ts'
import type { ChannelName } from '../../service-desk/index.ts'
import { decideSpokespersons, isFaceToFace } from '../registration.ts'
import { RECUSED_WORDS, recusedAs, type Concerned, type Somebody } from '../recusal.ts'
import { majorLifecycle, type MajorState } from './lifecycle.ts'

export const MAJOR_REPORTS = { first: '首次报告', follow_up: '续报', final: '终结报告' } as const
export type MajorReport = keyof typeof MAJOR_REPORTS

export type Declaring = {
  /** null: nobody proposed it. */
  readonly state: MajorState | null
  readonly reason: string
  readonly channel: ChannelName
  readonly peopleCount: number
  readonly spokespersonCount: number
  readonly area: string
  readonly recorded: boolean | null
}

export function decideDeclaration(facts: Declaring): Decision<Transition<MajorState>> {
  const { state, channel, peopleCount, spokespersonCount } = facts
  // Only what the law names needs no reason of its own.
  if (state !== 'proposed' && facts.reason === '') return refuse('complaint.major_reason_missing')
  const spoken = decideSpokespersons({ channel, peopleCount, spokespersonCount })
  if (!spoken.ok) return spoken
  if (isFaceToFace(channel) && (facts.area === '' || facts.recorded === null))
    return refuse('complaint.major_place_missing')
  return transition(majorLifecycle, 'declare', state ?? majorLifecycle.initial)
}

type Named = Somebody & { readonly name: string }

/** Who leads has no part in it; whoever is reported to may stand in the line, and is never the one complained about. */
export function decideCommand(leader: Named, reportsTo: Named, concerned: Concerned): Decision<null> {
  if (leader.id === reportsTo.id) return refuse('complaint.major_command')
  const free = decideFree(leader, concerned)
  if (!free.ok) return free
  const why = recusedAs(reportsTo, concerned)
  return why === 'concerned'
    ? refuse('complaint.assignee_recused', { name: reportsTo.name, why: RECUSED_WORDS[why] })
    : ok(null)
}

export function decideFree(one: Named, concerned: Concerned): Decision<null> {
  const why = recusedAs(one, concerned)
  return why === null ? ok(null) : refuse('complaint.assignee_recused', { name: one.name, why: RECUSED_WORDS[why] })
}

/** First once; then as often as it takes; the last one when what happened on site is over. */
export function decideReport(state: MajorState, kind: MajorReport, given: readonly MajorReport[]): Decision<null> {
  const running = state === 'declared' || state === 'settled'
  if (!running) return refuse('complaint.major_not_declared')
  const inOrder =
    kind === 'first'
      ? given.length === 0
      : given.includes('first') && !given.includes('final') && (kind === 'follow_up' || state === 'settled')
  return inOrder ? ok(null) : refuse('complaint.major_report_order')
}

export type Lifting = {
  readonly state: MajorState
  readonly openSteps: number
  readonly given: readonly MajorReport[]
}

/** What was proposed by mistake needs no reports; what was declared is reported to the end first. */
export function decideAskLift({ state, openSteps, given }: Lifting): Decision<Transition<MajorState>> {
  const step = transition(majorLifecycle, 'askLift', state)
  if (!step.ok || state === 'proposed') return step
  if (openSteps > 0) return refuse('complaint.major_steps_open', { count: openSteps })
  return given.includes('final') ? step : refuse('complaint.major_final_missing')
}

/** What a declared one still lacks before its lifting may be asked for, in words. */
export function liftWaitsFor({ state, openSteps, given }: Lifting): string[] {
  if (state !== 'declared' && state !== 'settled') return []
  return [
    ...(openSteps > 0 ? [`处置方案还有 ${openSteps} 项没有做完`] : []),
    ...(state === 'declared' ? ['现场处置还没有完毕'] : []),
    ...(given.includes('final') ? [] : ['还没有终结报告']),
  ]
}

export function decideLift(
  state: MajorState,
  lift: boolean,
  { judgeId, askedBy }: { readonly judgeId: string; readonly askedBy: string | null },
): Decision<Transition<MajorState>> {
  const step = transition(majorLifecycle, lift ? 'lift' : 'keep', state)
  return step.ok && judgeId === askedBy ? refuse('complaint.major_own_lifting') : step
}

type Acting = {
  readonly state: MajorState | null
  readonly open: boolean
  readonly recused: boolean
  readonly leads: boolean
  readonly coordinates: boolean
  readonly approves: boolean
  readonly asked: boolean
  readonly given: readonly MajorReport[]
  readonly openSteps: number
}

/** The buttons of the panel. */
export function majorCan(of: Acting): string[] {
  const { state, leads, coordinates, given } = of
  if (state === null) return of.open && coordinates ? ['declare'] : []
  const works = (leads || coordinates) && !of.recused
  const found: Readonly<Record<string, boolean>> = {
    declare: of.open && coordinates && (state === 'proposed' || state === 'lifted'),
    plan: (coordinates || works) && (state === 'declared' || state === 'settled'),
    reportFirst: works && decideReport(state, 'first', given).ok,
    reportFollowUp: works && decideReport(state, 'follow_up', given).ok,
    reportFinal: works && decideReport(state, 'final', given).ok,
    settle: works && state === 'declared',
    askLift: coordinates && decideAskLift({ state, openSteps: of.openSteps, given }).ok,
    judgeLift: of.approves && !of.recused && !of.asked && state === 'lifting',
  }
  return Object.keys(found).filter((act) => found[act])
}
