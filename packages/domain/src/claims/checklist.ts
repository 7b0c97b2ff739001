/**
 * CLM-03: which papers a claim needs follows from the programme version's lists: always, by claim kind, for a death
 * in a vehicle that carries a transport sum, and by the cause of the accident (PRG-03: traffic → 交警证明, falling object
 * → 现场照片/证人证言). A paper asked for by two lists is asked for once. What the same person handed in earlier
 * (identity, account) counts again (CLM-05).
 */
import type { Instant } from '../kernel/index.ts'
import type { DocumentList, DocumentRule, VehicleClass } from '../programme/index.ts'
import type { Cause } from './words.ts'

/** The signed request (理赔申请书): its arrival starts the legal clock. */
export const APPLICATION_CODE = 'application'
/** Papers about the person, not about one accident: held once, held for all later claims. */
export const PERSON_PAPER_CODES: readonly string[] = ['payee_identity', 'payee_account']
const ACCOUNT_CODE = 'payee_account'

export type HeldPaper = {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly receivedAt: Instant
  readonly verdict: 'accepted' | 'rejected' | null
}

export type ItemState = 'missing' | 'received' | 'accepted' | 'rejected' | 'waived'
export type ChecklistItem<P extends HeldPaper = HeldPaper> = DocumentRule & {
  readonly state: ItemState
  readonly papers: readonly P[]
}

export type ChecklistFacts<P extends HeldPaper> = {
  readonly lists: readonly DocumentList[]
  readonly kinds: readonly string[]
  readonly vehicle: string
  readonly cause: Cause
  readonly papers: readonly P[]
  readonly waivedCodes: readonly string[]
  /** A payee account of this person is confirmed: the paper about it need not come again. */
  readonly accountConfirmed: boolean
}

/** What the lists ask for, and behind it what came and is on none of them: it is seen and judged all the same. */
export function documentItems<P extends HeldPaper>(facts: ChecklistFacts<P>): ChecklistItem<P>[] {
  const needed = neededPapers(facts.lists, facts)
  return [...needed, ...unaskedPapers(needed, facts.papers)].map((rule) => {
    const papers = facts.papers.filter((paper) => paper.code === rule.code)
    return { ...rule, papers, state: stateOfItem(rule.code, papers, facts) }
  })
}

/** Those of the person come from any claim of theirs, and stand only where they are asked for. */
function unaskedPapers(needed: readonly DocumentRule[], papers: readonly HeldPaper[]): DocumentRule[] {
  const known = new Set([...PERSON_PAPER_CODES, ...needed.map(({ code }) => code)])
  const unasked = new Map(papers.filter(({ code }) => !known.has(code)).map(({ code, title }) => [code, title]))
  return [...unasked].map(([code, title]) => ({ code, title, required: false, substitute: '' }))
}

type Accident = Pick<ChecklistFacts<HeldPaper>, 'kinds' | 'vehicle'> & { readonly cause: Cause | null }

/** Each code once, in the order of the lists; required when any list requires it. */
export function neededPapers(lists: readonly DocumentList[], { kinds, vehicle, cause }: Accident): DocumentRule[] {
  const ofCause: DocumentList['claimKind'][] = cause === null ? [] : [`cause_${cause}`]
  const wanted = new Set<string>([
    'always',
    ...kinds,
    ...(kinds.includes('death') && mayCarryTransportSum(vehicle) ? ['transport_death'] : []),
    ...ofCause,
  ])
  const rules = new Map<string, DocumentRule>()
  for (const list of lists) {
    if (!wanted.has(list.claimKind)) continue
    for (const rule of list.documents) {
      const known = rules.get(rule.code)
      rules.set(rule.code, known ? { ...known, required: known.required || rule.required } : rule)
    }
  }
  return [...rules.values()]
}

/** The class not yet decided (高铁, 网约车 …) counts: everything is asked for at once (CLM-04). */
function mayCarryTransportSum(vehicle: string): boolean {
  const none: readonly VehicleClass[] = ['none', 'private']
  return !none.some((one) => one === vehicle)
}

/** The best paper counts: one accepted copy is enough, a new copy after a rejected one waits for its judgement. */
function stateOfItem(code: string, papers: readonly HeldPaper[], facts: ChecklistFacts<HeldPaper>): ItemState {
  if (facts.waivedCodes.includes(code)) return 'waived'
  if (papers.some((paper) => paper.verdict === 'accepted')) return 'accepted'
  if (code === ACCOUNT_CODE && facts.accountConfirmed) return 'accepted'
  if (papers.some((paper) => paper.verdict === null)) return 'received'
  return papers.length > 0 ? 'rejected' : 'missing'
}
