/**
 * CUS-06, 个人信息保护法 13–17, 29: what rests on a contract or a duty needs no consent; what rests on consent stops the
 * moment it is withdrawn. Sensitive data need a consent of their own for each purpose. Art. 14, 47: who asked for
 * deletion where the law keeps, and agrees anew to one use, knowing so, is asked for that one again (decision 0037).
 */
import type { Day } from '../kernel/index.ts'

export type Purpose = {
  readonly id: string
  readonly title: string
  /** What the person is told: which data, what for, how to take it back (art. 17). */
  readonly text: string
  readonly version: number
  readonly basis: 'contract' | 'legal_duty' | 'emergency' | 'consent'
  readonly article: string
  /** Medical data, accounts, ID numbers (art. 28). */
  readonly sensitive: boolean
  readonly separateConsent: boolean
}

export type ConsentKnown = {
  readonly purpose: string
  readonly textVersion: number
  readonly fromOn: Day
  readonly toOn: Day | null
  readonly withdrawn: boolean
}

/** `anew`: said after deletion was answered by keeping what the law binds us to keep. */
export type ConsentSaid = ConsentKnown & { readonly anew: boolean }

export type MayUse = {
  readonly may: boolean
  readonly why: 'basis' | 'consent' | 'withdrawn' | 'no_consent' | 'old_text'
}

export function mayUse(purpose: Purpose, consents: readonly ConsentKnown[], today: Day): MayUse {
  const own = consents.filter((one) => one.purpose === purpose.id)
  const live = own.filter((one) => !one.withdrawn && one.fromOn <= today && (one.toOn === null || one.toOn >= today))
  if (purpose.basis !== 'consent') return { may: true, why: 'basis' }
  if (live.some((one) => one.textVersion === purpose.version)) return { may: true, why: 'consent' }
  // Art. 14: a purpose that changed is asked for again.
  if (live.length > 0) return { may: false, why: 'old_text' }
  return own.some((one) => one.withdrawn) ? { may: false, why: 'withdrawn' } : { may: false, why: 'no_consent' }
}

/** Whether what the law makes us keep is used for nothing else: only a consent since then lifts it, for its use. */
export function stillRestricted(
  purpose: Purpose,
  said: { readonly consents: readonly ConsentSaid[]; readonly restricted: boolean },
  today: Day,
): boolean {
  const since = said.consents.filter((one) => one.anew)
  return said.restricted && mayUse(purpose, since, today).why !== 'consent'
}
