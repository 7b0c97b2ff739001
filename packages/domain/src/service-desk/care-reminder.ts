/**
 * CUS-04, CUS-06: what a person in somebody's care is reminded of: who looks after them from now on, and that a call
 * did not reach them and comes again. Once for each adviser, and once a day for missed calls, however often they are
 * tried.
 */
import { dayOfInstant, type Day, type Instant } from '../kernel/index.ts'

export type CareStep = {
  readonly name: string
  readonly chargeId: string
  readonly at: Instant
  readonly adviserId: string | null
  readonly reached: boolean | null
  readonly nextContactOn: Day | null
}
export type CareReminder =
  | { readonly what: 'adviser'; readonly occasion: string; readonly adviserId: string }
  | { readonly what: 'missed'; readonly occasion: string; readonly nextContactOn: Day }

export function careReminder({ name, chargeId, at, adviserId, reached, nextContactOn }: CareStep): CareReminder | null {
  if (name === 'care.contacted') {
    if (reached !== false || nextContactOn === null) return null
    return { what: 'missed', occasion: `care_reminder:${chargeId}:${dayOfInstant(at)}`, nextContactOn }
  }
  if (adviserId === null) return null
  return { what: 'adviser', occasion: `care_reminder:${chargeId}:${adviserId}`, adviserId }
}

export const CARE_REMINDED: readonly string[] = ['care.adviser_named', 'care.handed_over', 'care.contacted']
