/**
 * CMP-01, CMP-02; 令2020-3 art. 14, 22: whoever complains for somebody else is told how far it is, and nothing personal,
 * until a signed mandate that still runs (of heirs: what makes them one) was seen by us. A complaint that came without
 * a person of the register is tied to one later, by somebody who checked it.
 */
import { ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import type { MissingItem } from './missing.ts'
import type { Representation } from './words.ts'

/** What somebody on the portal says they are to the elder it is about. */
export const COMPLAINANT_RELATIONS = {
  self: '本人',
  family: '家属',
  proxy: '受托人',
  neighbour: '邻居、朋友',
  village: '村（居）干部',
  helper: '帮忙的人（志愿者、护理员）',
} as const
export type ComplainantRelation = keyof typeof COMPLAINANT_RELATIONS

export type Speaks = {
  readonly representation: Representation
  readonly missing: readonly MissingItem[]
  readonly mandateUntil: Day | null
}

/** Whether the one who complains may hear what is personal of the person it is about. */
export function mayHearPersonal({ representation, missing, mandateUntil }: Speaks, today: Day): boolean {
  if (representation === 'heir') return !missing.includes('heir_proof')
  if (representation !== 'proxy') return true
  return !missing.includes('mandate') && mandateUntil !== null && mandateUntil >= today
}

/** Without a mandate the decision goes to the insured person; where we do not know who that is, to nobody yet. */
export function decideTelling(speaks: Speaks, today: Day, insuredKnown: boolean): Decision<null> {
  return insuredKnown || mayHearPersonal(speaks, today) ? ok(null) : refuse('complaint.mandate_first')
}

/** Whether what shows that somebody may speak for the insured person is among them. */
export function isProofAmong(items: readonly MissingItem[]): boolean {
  return items.includes('mandate') || items.includes('heir_proof')
}

type Brought = {
  readonly brought: readonly MissingItem[]
  readonly papers: number
  readonly mandateUntil: Day | null
}

/** A mandate is struck off the list of what is missing once its paper lies there and its last day was read from it. */
export function decideMandateBrought({ brought, papers, mandateUntil }: Brought): Decision<null> {
  if (isProofAmong(brought) && papers === 0) return refuse('complaint.mandate_unseen')
  return brought.includes('mandate') && mandateUntil === null ? refuse('complaint.mandate_undated') : ok(null)
}

export const TIED_REPRESENTATIONS = ['self', 'proxy', 'heir'] as const
export type TiedRepresentation = (typeof TIED_REPRESENTATIONS)[number]

/** Who speaks, as found when the complaint is tied to a person: what that makes missing, and what no longer is. */
export function missingWhenTied(missing: readonly MissingItem[], as: TiedRepresentation, shown: Speaks): MissingItem[] {
  const proof = as === 'proxy' ? 'mandate' : as === 'heir' ? 'heir_proof' : null
  const others = missing.filter((item) => item !== 'mandate' && item !== 'heir_proof')
  // Whoever complains for themselves and stands in the register has a name and an identity with us (art. 13).
  if (as === 'self') return others.filter((item) => item !== 'name' && item !== 'identity')
  const kept = shown.representation === as && !shown.missing.some((item) => item === proof)
  return kept || proof === null ? others : [...others, proof]
}
