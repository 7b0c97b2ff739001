/**
 * CMP-08, CMP-10; 令2020-3 art. 21: somebody who left nothing at all — no name, number, address, no account or chat we
 * could answer in, nobody of the register — can be neither told nor called. The notice is kept for them with the reason
 * on record, and a second person closes. Whoever can be reached in any way is told and called.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import type { DeliveryWay } from './solution.ts'

export type Reach = {
  readonly personKnown: boolean
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly address: string
  /** It came through something that can be answered in: WeChat, SMS, mail, an account of the portal. */
  readonly backChannel: boolean
}

export function isUnreachable({ personKnown, name, phone, email, address, backChannel }: Reach): boolean {
  return !personKnown && !backChannel && [name, phone, email, address].every((told) => told === '')
}

/** A notice is kept only for somebody nobody can reach. */
export function decideDeliveryWay(way: DeliveryWay, reach: Reach): Decision<null> {
  return way === 'kept' && !isUnreachable(reach) ? refuse('complaint.reachable') : ok(null)
}
