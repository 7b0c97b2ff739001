/** What somebody has written of a complaint stays on the phone until it is sent (CMP-01). */
import { COMPLAINANT_RELATIONS, type ComplainantRelation } from '@anpei/domain/complaints'

export type ComplaintDraft = {
  readonly facts: string
  readonly demand: string
  readonly name: string
  /** Not chosen yet: nobody is taken for the elder themselves unasked. */
  readonly relation: ComplainantRelation | ''
  readonly about: string
}

export const emptyComplaint: ComplaintDraft = { facts: '', demand: '', name: '', relation: '', about: '' }

/** A kept draft is somebody's storage: only what fits is taken over. */
export function readComplaint(kept: unknown): ComplaintDraft {
  if (typeof kept !== 'object' || kept === null) return emptyComplaint
  const text = (name: keyof ComplaintDraft): string => {
    const found: unknown = Reflect.get(kept, name)
    return typeof found === 'string' ? found.slice(0, 4000) : ''
  }
  const relation = RELATIONS.find((one) => one === text('relation')) ?? ''
  return { facts: text('facts'), demand: text('demand'), name: text('name'), relation, about: text('about') }
}

export const RELATIONS: readonly ComplainantRelation[] = keysOf(COMPLAINANT_RELATIONS)

function keysOf<K extends string>(words: Readonly<Record<K, string>>): K[] {
  const keys: K[] = []
  for (const key in words) keys.push(key)
  return keys
}
