/**
 * The road of a change (PRG-08): trigger → study → internal approval → approval by the authority (paper) → 公示 →
 * notice with proof → publication. A premium increase also needs the record of the negotiation with the sponsor, a
 * decrease the credit for each head, a cut in cover a written solution and an earlier notice. A version that differs in
 * nothing but its days is a renewal: trigger, study and internal approval are enough.
 */
import { addDays, daysBetween, ok, refuse, transition } from '../kernel/index.ts'
import type { Day, Decision, Transition } from '../kernel/index.ts'
import type { ChangeTerms } from './change-terms.ts'
import type { ChangeKinds } from './compare-versions.ts'
import { changeLifecycle, type ChangeState } from './lifecycles.ts'

export const STEP_KINDS = {
  trigger: '提出变更',
  study: '论证',
  negotiation: '与主办方协商',
  solution: '保障缩减的书面解决办法',
  agreement: '内部批准',
  authority: '主管部门批准',
  display: '公示',
  objection: '公示意见',
  answer: '答复意见',
  displayEnd: '公示结束',
  credit: '保费退还',
  notice: '告知',
  delivery: '送达证明',
  drop: '撤销变更',
} as const
export type StepKind = keyof typeof STEP_KINDS

export const AUDIENCES = { holder: '投保人', insured: '被保险人' } as const
export type Audience = keyof typeof AUDIENCES

/** One step that was done in the present round. */
export type DoneStep = {
  readonly id: string
  readonly kind: StepKind
  readonly on: Day
  readonly by: string | null
  readonly papers: number
  /** Of a notice or its proof. */
  readonly audience?: Audience | null
  /** Of an answer: the objection. */
  readonly answers?: string | null
  /** Of a display: its last day. */
  readonly to?: Day | null
}

export type ChangeFacts = {
  readonly state: ChangeState
  readonly kinds: ChangeKinds
  readonly terms: ChangeTerms
  readonly effectiveFrom: Day
  readonly today: Day
  readonly steps: readonly DoneStep[]
  /** The version has been handed over: its content stands still. */
  readonly isSubmitted: boolean
  /** Past claims were replayed under this very content. */
  readonly isRehearsed: boolean
  readonly madeBy: string | null
  /** The office's own outbox has delivered the notice to the policy holder. */
  readonly isHolderReached: boolean
}

export type Demand = { readonly kind: StepKind; readonly why: string; readonly done: boolean }

/** What this change must have before it may be published, in order. */
export function demandsOf(facts: ChangeFacts): readonly Demand[] {
  const { kinds } = facts
  const demands: [StepKind, string][] = [
    ['trigger', '每次变更'],
    ['study', '每次变更'],
    ['agreement', '每次变更，由第二人批准'],
  ]
  if (kinds.premium === 'up') demands.push(['negotiation', '保费上调'])
  if (kinds.cut) demands.push(['solution', '保障缩减'])
  if (kinds.differs) {
    demands.push(['authority', '内容有变化，须有批文'], ['display', '内容有变化'], ['displayEnd', '内容有变化'])
    if (kinds.premium === 'down') demands.push(['credit', '保费下调'])
    demands.push(['notice', '投保人和被保险人都要告知'], ['delivery', '告知须有证明'])
  }
  return demands.map(([kind, why]) => ({ kind, why, done: isDone(kind, facts) }))
}

function isDone(kind: StepKind, facts: ChangeFacts): boolean {
  if (kind === 'notice') return AUDIENCE_LIST.every((one) => noticesTo(one, facts).length > 0)
  if (kind === 'delivery') return AUDIENCE_LIST.every((one) => isProved(one, facts))
  return facts.steps.some((step) => step.kind === kind)
}

const AUDIENCE_LIST: readonly Audience[] = ['holder', 'insured']

function noticesTo(audience: Audience, facts: ChangeFacts): DoneStep[] {
  return facts.steps.filter((step) => step.kind === 'notice' && step.audience === audience)
}

function isProved(audience: Audience, facts: ChangeFacts): boolean {
  if (audience === 'holder' && facts.isHolderReached) return true
  return facts.steps.some(
    (step) => (step.kind === 'notice' || step.kind === 'delivery') && step.audience === audience && step.papers > 0,
  )
}

type Step = Omit<DoneStep, 'id'>
type Moved = Decision<Transition<ChangeState> | null>

/** May this step be recorded now? The transition it makes, null where it makes none. */
export function decideStep(facts: ChangeFacts, step: Step): Moved {
  // A display may be announced ahead; everything else is recorded when it has happened.
  if (step.kind !== 'display' && step.on > facts.today) return refuse('programme.change_step_future', { on: step.on })
  const moved = stepAlone(facts, step)
  return moved.ok ? (inOrder(facts, step) ?? moved) : moved
}

function stepAlone(facts: ChangeFacts, step: Step): Moved {
  const move = (name: keyof typeof changeLifecycle.transitions): Moved => transition(changeLifecycle, name, facts.state)
  switch (step.kind) {
    case 'study':
      return decideStudy(facts) ?? move('study')
    case 'agreement':
      return decideAgreement(facts, step) ?? move('agree')
    case 'authority':
      return decideAuthority(facts, step) ?? move('authorise')
    case 'display':
      return decideDisplay(facts, step) ?? move('display')
    case 'displayEnd':
      return decideDisplayEnd(facts) ?? move('settle')
    case 'notice':
      return decideNotice(facts, step)
    case 'delivery':
      return decideDelivery(facts, step)
    case 'objection':
    case 'answer':
      return decideObjection(facts, step)
    case 'credit':
    case 'negotiation':
    case 'solution':
      return stillOpen(facts)
    case 'drop':
      return move('drop')
    case 'trigger':
      return ok(null)
  }
}

const ROAD: readonly StepKind[] = ['trigger', 'study', 'agreement', 'authority', 'display', 'displayEnd', 'notice']

/** No step of the road lies before the one it follows; what goes beside it, not before the change was asked for. */
function inOrder(facts: ChangeFacts, step: Step): Moved | null {
  const before = facts.steps.filter((one) => precedes(one, step)).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const last = before.at(-1)
  if (!last || step.on >= last.on) return null
  return refuse('programme.change_step_before', { on: step.on, step: STEP_KINDS[last.kind], afterOn: last.on })
}

function precedes(one: DoneStep, step: Step): boolean {
  switch (step.kind) {
    case 'delivery':
      return one.kind === 'notice' && one.audience === step.audience
    case 'answer':
      return one.id === step.answers
    case 'objection':
      return one.kind === 'display'
    case 'drop':
    case 'trigger':
      return false
    case 'credit':
    case 'negotiation':
    case 'solution':
      return one.kind === 'trigger'
    default:
      return ROAD.indexOf(one.kind) >= 0 && ROAD.indexOf(one.kind) < ROAD.indexOf(step.kind)
  }
}

function stillOpen(facts: ChangeFacts): Moved {
  const possible = transition(changeLifecycle, 'drop', facts.state)
  return possible.ok ? ok(null) : possible
}

function decideStudy(facts: ChangeFacts): Moved | null {
  if (!facts.isSubmitted) return refuse('programme.change_not_submitted')
  return facts.isRehearsed ? null : refuse('programme.change_not_rehearsed')
}

function decideAgreement(facts: ChangeFacts, step: Step): Moved | null {
  const studied = facts.steps.find((one) => one.kind === 'study')
  return step.by === facts.madeBy || step.by === studied?.by ? refuse('programme.not_by_the_maker') : null
}

function decideAuthority(facts: ChangeFacts, step: Step): Moved | null {
  const has = (kind: StepKind): boolean => facts.steps.some((one) => one.kind === kind)
  if (facts.kinds.premium === 'up' && !has('negotiation')) return refuse('programme.change_negotiation_missing')
  if (facts.kinds.cut && !has('solution')) return refuse('programme.change_solution_missing')
  return step.papers === 0 ? refuse('programme.change_paper_missing') : null
}

function decideDisplay({ terms }: ChangeFacts, { on, to }: Step): Moved | null {
  const days = to ? daysBetween(on, to) + 1 : 0
  return days < terms.displayDays
    ? refuse('programme.change_display_too_short', { days: Math.max(0, days), needed: terms.displayDays })
    : null
}

function decideDisplayEnd({ steps, today }: ChangeFacts): Moved | null {
  const shown = steps.findLast((one) => one.kind === 'display')
  if (shown?.to && today <= shown.to) return refuse('programme.change_display_running', { toOn: shown.to })
  const open = steps.filter(
    (one) => one.kind === 'objection' && !steps.some((other) => other.kind === 'answer' && other.answers === one.id),
  )
  return open.length > 0 ? refuse('programme.change_objections_open', { count: open.length }) : null
}

function decideObjection(facts: ChangeFacts, step: Step): Moved {
  const possible = transition(changeLifecycle, 'settle', facts.state)
  if (!possible.ok) return possible
  const known =
    step.kind === 'objection' || facts.steps.some((one) => one.kind === 'objection' && one.id === step.answers)
  return known ? ok(null) : refuse('request.not_found')
}

/** Told to both audiences, early enough: then the notice is complete. */
function decideNotice(facts: ChangeFacts, step: Step): Moved {
  const possible = transition(changeLifecycle, 'tell', facts.state)
  if (!possible.ok) return facts.state === 'told' ? early(facts, step) : possible
  if (facts.kinds.premium === 'down' && !facts.steps.some((one) => one.kind === 'credit')) {
    return refuse('programme.change_credit_missing')
  }
  const inTime = early(facts, step)
  if (!inTime.ok) return inTime
  const complete = AUDIENCE_LIST.every((one) => one === step.audience || noticesTo(one, facts).length > 0)
  return complete ? possible : ok(null)
}

function early({ kinds, terms, effectiveFrom }: ChangeFacts, { on }: Step): Moved {
  const days = kinds.cut ? terms.cutNoticeDays : terms.noticeDays
  const lastOn = addDays(effectiveFrom, -days)
  return on > lastOn ? refuse('programme.change_told_too_late', { toldOn: on, days, lastOn, effectiveFrom }) : ok(null)
}

function decideDelivery(facts: ChangeFacts, step: Step): Moved {
  if (!step.audience || noticesTo(step.audience, facts).length === 0) return refuse('request.not_found')
  if (step.papers === 0) return refuse('programme.change_paper_missing')
  return stillOpen(facts)
}

/** May the version be published? Only when every step that its kind of change demands is done. */
export function decidePublication(facts: ChangeFacts): Decision<Transition<ChangeState>> {
  const missing = demandsOf(facts).filter((one) => !one.done)
  if (missing.length > 0) {
    return refuse('programme.change_steps_missing', { missing: missing.map((one) => STEP_KINDS[one.kind]) })
  }
  return transition(changeLifecycle, 'publish', facts.state)
}

/** The steps that can be recorded in this state, for the buttons of a screen. */
export function stepsPossible(facts: ChangeFacts): readonly StepKind[] {
  const moves: Readonly<Partial<Record<ChangeState, readonly StepKind[]>>> = {
    opened: ['study'],
    studied: ['agreement'],
    agreed: facts.kinds.differs ? ['authority'] : [],
    authorised: ['display'],
    displayed: ['objection', 'answer', 'displayEnd'],
    settled: ['notice'],
    told: ['notice'],
  }
  const now = moves[facts.state]
  if (now === undefined) return []
  const beside: StepKind[] = ['drop']
  if (facts.kinds.premium === 'up') beside.push('negotiation')
  if (facts.kinds.cut) beside.push('solution')
  if (facts.kinds.premium === 'down') beside.push('credit')
  if (facts.steps.some((one) => one.kind === 'notice')) beside.push('delivery')
  return [...now, ...beside]
}
