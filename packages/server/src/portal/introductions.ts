/**
 * SRV-07, CUS-05: products explained to whom this account acts for: by the register for oneself, or by a consent to
 * hand in. Nobody else is seen.
 */
import type { PortalIntroduction } from '@anpei/contract/programme'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { introductionsToRead } from '../programme/index.ts'
import { lentForLinked } from './actors.ts'

export function lentForIntroductions(tx: Tx): Promise<Tx> {
  return lentForLinked(tx, 'hand_in', ['introduction.make'])
}

export async function introductionOnPhone(lent: Tx, id: string): Promise<Decision<PortalIntroduction>> {
  const one = (await introductionsToRead(lent)).find((found) => found.id === id)
  return one ? ok(one) : refuse('request.not_found')
}
