/**
 * CMP-12, CMP-05; 令2019年第8号: 举报. Named or not, it is heard. Whoever is reported, their line and the reported
 * institution see nothing of it; whoever is named in the words counts as reported. What comes of it is confirmed and
 * closed by a second person; a named reporter is told, and nothing is concluded before protection was thought of.
 */
import { ok, refuse, transition, type Decision, type Transition } from '../../kernel/index.ts'
import { recusedAs, type Concerned, type Somebody } from '../recusal.ts'
import { tipLifecycle, type TipState } from './lifecycle.ts'

export const TIP_OUTCOMES = {
  substantiated: '举报属实',
  partly_substantiated: '部分属实',
  unsubstantiated: '举报不属实',
  undecidable: '无法查清',
  declined: '不予受理',
  transferred: '移送有权部门',
} as const
export type TipOutcome = keyof typeof TIP_OUTCOMES

export const TIP_ENTRIES = {
  facts: '举报人补充',
  question: '向举报人提问',
  evidence: '证据',
  interview: '访谈',
  note: '备注',
  protection: '保护措施',
  told: '告知举报人',
} as const
export type TipEntryKind = keyof typeof TIP_ENTRIES
/** What the staff write down themselves. */
export const STAFF_ENTRIES = ['question', 'evidence', 'interview', 'protection', 'note', 'told'] as const
/** What the reporter reads with the code. */
export const SHOWN_TO_REPORTER: readonly TipEntryKind[] = ['facts', 'question']

export type Reporter = {
  readonly named: boolean
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly address: string
}

/** Without a name nothing of the reporter is kept, whatever was typed. */
export function decideReporter(reporter: Reporter): Decision<Reporter> {
  if (!reporter.named) return ok({ named: false, name: '', phone: '', email: '', address: '' })
  const reachable = reporter.phone !== '' || reporter.email !== '' || reporter.address !== ''
  return reporter.name !== '' && reachable ? ok(reporter) : refuse('tip.reporter_unreachable')
}

const SHORTEST_NAME = 2

/** The colleagues whose name occurs in the words. */
export function namedIn(words: string, staff: readonly { readonly id: string; readonly name: string }[]): string[] {
  return staff.filter(({ name }) => name.length >= SHORTEST_NAME && words.includes(name)).map(({ id }) => id)
}

/** Of those with the right, the ones it may be told to; with nobody left it is not taken in here. */
export function decideHearers<S extends Somebody>(holders: readonly S[], concerned: Concerned): Decision<readonly S[]> {
  const left = holders.filter((one) => recusedAs(one, concerned) === null)
  return left.length > 0 ? ok(left) : refuse('tip.nobody_impartial')
}

export type Concluding = {
  readonly state: TipState
  readonly outcome: TipOutcome
  readonly authority: string
  readonly entries: readonly TipEntryKind[]
}

export function decideConclusion({ state, outcome, authority, entries }: Concluding): Decision<Transition<TipState>> {
  const step = transition(tipLifecycle, 'conclude', state)
  if (!step.ok) return step
  if (!entries.includes('protection')) return refuse('tip.protection_missing')
  if (outcome === 'transferred') return authority === '' ? refuse('tip.authority_missing') : step
  if ((outcome === 'declined') !== (state === 'received')) return refuse('tip.not_accepted')
  const looked = outcome === 'declined' || entries.includes('evidence') || entries.includes('interview')
  return looked ? step : refuse('tip.finding_missing')
}

export type ClosingOfTip = {
  /** A named reporter is owed the result. */
  readonly named: boolean
  readonly told: boolean
  /** The reporter added something nobody has answered or noted. */
  readonly unread: boolean
}
const TIP_DEBTS = { told: '还没有把结果告知实名举报人', unread: '举报人有补充还没有处理' } as const

function tipDebts({ named, told, unread }: ClosingOfTip): readonly (keyof typeof TIP_DEBTS)[] {
  return [...(named && !told ? (['told'] as const) : []), ...(unread ? (['unread'] as const) : [])]
}

export const TIP_JUDGEMENTS = { confirm: '复核同意', return: '退回', close: '办结', reopen: '重新调查' } as const
export type TipJudgement = keyof typeof TIP_JUDGEMENTS

export type Judging = ClosingOfTip & {
  readonly state: TipState
  readonly judgement: TipJudgement
  readonly reason: string
  readonly judgeId: string
  readonly concludedBy: string | null
  readonly wasAccepted: boolean
}

/** Always another person than the one who concluded; going back and starting anew say why. */
export function decideJudgement(facts: Judging): Decision<Transition<TipState>> {
  const { judgement, state, wasAccepted } = facts
  const way = judgement === 'return' && !wasAccepted ? 'returnNew' : judgement
  const step = transition(tipLifecycle, way, state)
  if (!step.ok) return step
  if (judgement !== 'reopen' && facts.judgeId === facts.concludedBy) return refuse('tip.own_conclusion')
  if ((judgement === 'return' || judgement === 'reopen') && facts.reason === '') return refuse('tip.reason_missing')
  const debts = judgement === 'close' ? tipDebts(facts) : []
  if (debts.length > 0) return refuse('tip.closing_debts', { debts: debts.map((one) => TIP_DEBTS[one]).join('；') })
  return step
}

/** The reporter hears the result once it stands. */
export function decideTipEntry(kind: TipEntryKind, state: TipState): Decision<null> {
  if (kind === 'told') return state === 'confirmed' ? ok(null) : refuse('tip.result_not_ready')
  const { phase, zh } = tipLifecycle.states[state]
  // That nothing new was in an addition is noted behind the end as well.
  return phase === 'open' || (kind === 'note' && state === 'closed')
    ? ok(null)
    : refuse('lifecycle.not_possible', { case: tipLifecycle.zh, state: zh, act: TIP_ENTRIES[kind] })
}

type Acting = ClosingOfTip & {
  readonly state: TipState
  readonly userId: string
  readonly examinerId: string | null
  readonly concludedBy: string | null
}

/** The buttons of the page. Once somebody examines it, the work is theirs; judging is anybody else's. */
export function tipCan(of: Acting): string[] {
  const { state, userId, examinerId, concludedBy } = of
  const works = examinerId === null || examinerId === userId
  const open = tipLifecycle.states[state].phase === 'open'
  const other = concludedBy !== userId
  const found: Readonly<Record<string, boolean>> = {
    accept: state === 'received',
    addEntry: (open && works) || (state === 'closed' && of.unread),
    conclude: works && (state === 'received' || state === 'accepted'),
    confirm: state === 'concluded' && other,
    return: state === 'concluded' && other,
    tell: state === 'confirmed' && of.named && !of.told && works,
    close: state === 'confirmed' && other && tipDebts(of).length === 0,
    reopen: state === 'closed',
    turn: works && (state === 'received' || state === 'accepted'),
  }
  return Object.keys(found).filter((act) => found[act])
}
