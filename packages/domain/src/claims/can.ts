/**
 * The record policy of a claim (ORG-05): who may do what with this very case. One function both stops commands and
 * fills `can` of the claim page; acts carry the names of their routes. Nobody works on a case about himself or one he
 * reported as family.
 */
import { holds, ok, refuse, transition, type Actor, type Decision, type Permission } from '../kernel/index.ts'
import { claimLifecycle, type ClaimState } from './lifecycles.ts'

export type ClaimForActs = { readonly state: ClaimState; readonly personId: string }
export type ReporterFacts = { readonly name: string; readonly relation: string } | null

const FAMILY: readonly string[] = ['self', 'spouse', 'child', 'relative']

export function isOwnCase(actor: Actor, claim: { readonly personId: string }, reporter: ReporterFacts): boolean {
  if (actor.kind !== 'staff') return false
  if (actor.personId !== null && actor.personId === claim.personId) return true
  return reporter !== null && FAMILY.includes(reporter.relation) && reporter.name === actor.name
}

type Act = {
  readonly permission: Permission
  readonly states: readonly ClaimState[]
  /** Judges the case or moves its money or time: never by somebody it is about. */
  readonly impartial: boolean
}
const WORKING: readonly ClaimState[] = ['collecting', 'reviewing', 'assessing']
const UNENDED: readonly ClaimState[] = [...WORKING, 'approving', 'settling']
const EVERY: readonly ClaimState[] = [...UNENDED, 'closed', 'withdrawn']

export const PAPER_ACTS = {
  addPapers: { permission: 'claim.collect', states: [...WORKING, 'approving', 'settling'], impartial: false },
  signApplication: { permission: 'claim.collect', states: WORKING, impartial: false },
  completeFile: { permission: 'claim.collect', states: ['collecting'], impartial: false },
  judgePapers: { permission: 'claim.review', states: WORKING, impartial: true },
  askSupplement: { permission: 'claim.review', states: WORKING, impartial: true },
  deliverSupplement: { permission: 'claim.letter', states: UNENDED, impartial: true },
  addTask: { permission: 'claim.investigate', states: UNENDED, impartial: true },
  askAuthority: { permission: 'claim.investigate', states: UNENDED, impartial: true },
  remindAuthority: { permission: 'claim.investigate', states: UNENDED, impartial: true },
  endTask: { permission: 'claim.investigate', states: EVERY, impartial: true },
  deliverLetter: { permission: 'claim.letter', states: EVERY, impartial: true },
  tellDelay: { permission: 'claim.letter', states: [...WORKING, 'approving'], impartial: true },
  answerMessage: { permission: 'claim.collect', states: EVERY, impartial: true },
  closeClaim: { permission: 'claim.close', states: ['settling'], impartial: true },
  markAnxious: { permission: 'claim.collect', states: UNENDED, impartial: false },
  finishVisit: { permission: 'claim.collect', states: EVERY, impartial: false },
} as const satisfies Readonly<Record<string, Act>>
export type PaperAct = keyof typeof PAPER_ACTS

/** What the actor may do with the papers, tasks, letters and the closing of this claim. */
export function claimCan(claim: ClaimForActs, actor: Actor, reporter: ReporterFacts): PaperAct[] {
  const own = isOwnCase(actor, claim, reporter)
  const found: PaperAct[] = []
  for (const name in PAPER_ACTS) {
    if (!isPaperAct(name)) continue
    const act: Act = PAPER_ACTS[name]
    if (holds(actor, act.permission) && act.states.includes(claim.state) && !(own && act.impartial)) found.push(name)
  }
  return found
}

function isPaperAct(text: string): text is PaperAct {
  return Object.hasOwn(PAPER_ACTS, text)
}

/** The gate of a command; the permission was asked at the route. */
export function mayAct(
  act: PaperAct,
  claim: ClaimForActs,
  actor: Actor,
  reporter: ReporterFacts,
): Decision<null, 'claim.own_case' | 'lifecycle.not_possible'> {
  const rule: Act = PAPER_ACTS[act]
  if (rule.impartial && isOwnCase(actor, claim, reporter)) return refuse('claim.own_case')
  if (act === 'closeClaim') {
    const possible = transition(claimLifecycle, 'close', claim.state)
    return possible.ok ? ok(null) : possible
  }
  if (rule.states.includes(claim.state)) return ok(null)
  return refuse('lifecycle.not_possible', {
    case: claimLifecycle.zh,
    state: claimLifecycle.states[claim.state].zh,
    act: ACT_WORDS[act],
  })
}

const ACT_WORDS: Readonly<Record<PaperAct, string>> = {
  addPapers: '收取资料',
  signApplication: '签理赔申请书',
  completeFile: '转审核',
  judgePapers: '审核资料',
  askSupplement: '要求补充资料',
  deliverSupplement: '登记送达',
  addTask: '新建任务',
  askAuthority: '向有关单位要资料',
  remindAuthority: '催要资料',
  endTask: '结束任务',
  finishVisit: '登记告知结果',
  deliverLetter: '登记送达',
  tellDelay: '延期告知',
  answerMessage: '答复留言',
  closeClaim: '结案',
  markAnxious: '标记着急',
}
