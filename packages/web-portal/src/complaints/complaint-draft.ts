/** What somebody has written of a complaint stays on the phone until it is sent (CMP-01). */
import { COMPLAINANT_RELATIONS, type ComplainantRelation } from '@anpei/domain/complaints'

export type ComplaintDraft = {
  readonly facts: string
  readonly demand: string
  readonly name: string
  /** Not chosen yet: nobody is taken for the elder themselves unasked. */
  readonly relation: ComplainantRelation | ''
  readonly about: string
  /** The case it was begun from, and its number; empty: none. */
  readonly claimId: string
  readonly claimNo: string
}

export const emptyComplaint: ComplaintDraft = {
  facts: '',
  demand: '',
  name: '',
  relation: '',
  about: '',
  claimId: '',
  claimNo: '',
}

/** A kept draft is somebody's storage: only what fits is taken over. */
export function readComplaint(kept: unknown): ComplaintDraft {
  if (typeof kept !== 'object' || kept === null) return emptyComplaint
  const text = (name: keyof ComplaintDraft): string => {
    const found: unknown = Reflect.get(kept, name)
    return typeof found === 'string' ? found.slice(0, 4000) : ''
  }
  const relation = RELATIONS.find((one) => one === text('relation')) ?? ''
  return {
    facts: text('facts'),
    demand: text('demand'),
    name: text('name'),
    relation,
    about: text('about'),
    claimId: text('claimId'),
    claimNo: text('claimNo'),
  }
}

/** What was written so far, now of the case that the page was opened from. */
export function ofCase(draft: ComplaintDraft, search: URLSearchParams): ComplaintDraft {
  const [claimId, claimNo] = [search.get('claim'), search.get('no')]
  return claimId ? { ...draft, claimId, claimNo: claimNo ?? '' } : draft
}

/** What is sent: a case says itself whose it is, and one's own matter needs no other name. */
export function bodyOf({ claimNo: _, claimId, relation, about, ...told }: ComplaintDraft) {
  const whose = relation === '' ? 'self' : relation
  return { ...told, relation: whose, about: whose === 'self' ? '' : about, claimId: claimId || null }
}

export const RELATIONS: readonly ComplainantRelation[] = keysOf(COMPLAINANT_RELATIONS)

function keysOf<K extends string>(words: Readonly<Record<K, string>>): K[] {
  const keys: K[] = []
  for (const key in words) keys.push(key)
  return keys
}
