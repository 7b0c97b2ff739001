/**
 * CUS-11: who may know of a sealed matter. Whom it concerns never; where it is shut, only those who work on it. A
 * warning about it goes to those who may know, and where none of them is left, to those who work on it: no warning is
 * told to nobody.
 */
import type { Permission } from './permissions.ts'

/** Cases that stand in no count and no ledger but their own: a number alone would tell that there is one (CMP-12). */
export const SECRET_CASES: readonly string[] = ['tip']

export type Seal = {
  readonly concerned: readonly string[]
  readonly keepers: readonly string[]
  /** There for its keepers only. */
  readonly shut: boolean
  /** The right without which nobody learns of it at all. */
  readonly needs?: Permission | null
}

export function mayKnow(seal: Seal | undefined, userId: string): boolean {
  if (!seal) return true
  return !seal.concerned.includes(userId) && (!seal.shut || seal.keepers.includes(userId))
}

export function toldOf(seal: Seal | undefined, recipients: readonly string[]): readonly string[] {
  const left = recipients.filter((id) => mayKnow(seal, id))
  if (!seal || left.length > 0) return left
  return seal.keepers.filter((id) => mayKnow(seal, id))
}
