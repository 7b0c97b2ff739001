/** A letter and the right to see it: whoever may see its claim. */
import { refuse, ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findLetter, type LetterRecord } from '../../notifications/index.ts'
import { findClaim } from '../store-claims.ts'

export async function letterOf(tx: Tx, letterId: string): Promise<Decision<LetterRecord>> {
  const letter = await findLetter(tx.db, tx.actor.tenantId, letterId)
  if (!letter) return refuse('request.not_found')
  const claim = await findClaim(tx, letter.subjectId, 'claim.read')
  return claim.ok ? ok(letter) : claim
}
