/**
 * CMP-01, CMP-02; 令2020-3 art. 12, 13, 14, 29: who may complain for whom. A proxy shows a signed mandate that still
 * runs, an heir what makes them one; of several people at most five speak face to face; twenty or more of them make it
 * a major complaint. Nobody is sent away because something is missing: what is missing is noted.
 */
import { ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import type { ChannelName } from '../service-desk/index.ts'
import type { MissingItem } from './missing.ts'
import type { Representation } from './words.ts'

const MOST_SPOKESPERSONS = 5
const MAJOR_FROM_PEOPLE = 20
const FACE_TO_FACE: readonly ChannelName[] = ['counter', 'visit', 'liaison']

export type Registering = {
  readonly representation: Representation
  readonly channel: ChannelName
  readonly peopleCount: number
  readonly spokespersonCount: number
  /** Papers that show the mandate or the heir. */
  readonly proofCount: number
  readonly mandateUntil: Day | null
  readonly receivedOn: Day
  readonly named: boolean
  /** A telephone, an address, a channel that leads back, or a person we know how to reach. */
  readonly reachable: boolean
}
export type Registered = { readonly major: boolean; readonly missing: readonly MissingItem[] }

export function isFaceToFace(channel: ChannelName): boolean {
  return FACE_TO_FACE.includes(channel)
}

export function decideRegistration(facts: Registering): Decision<Registered> {
  const { representation, mandateUntil, receivedOn, peopleCount, spokespersonCount } = facts
  if (representation === 'proxy' && mandateUntil !== null && mandateUntil < receivedOn)
    return refuse('complaint.mandate_expired', { until: mandateUntil })
  if (representation === 'group') {
    if (peopleCount < 2) return refuse('complaint.people_count')
    const spoken = decideSpokespersons({ channel: facts.channel, peopleCount, spokespersonCount })
    if (!spoken.ok) return spoken
  }
  const major = representation === 'group' && isFaceToFace(facts.channel) && peopleCount >= MAJOR_FROM_PEOPLE
  return ok({ major, missing: missingAtFirst(facts) })
}

type Speaking = Pick<Registering, 'channel' | 'peopleCount' | 'spokespersonCount'>

/** Art. 12: five at most speak face to face, and no more than came. */
export function decideSpokespersons({ channel, peopleCount, spokespersonCount }: Speaking): Decision<null> {
  if (spokespersonCount > peopleCount) return refuse('complaint.people_count')
  return isFaceToFace(channel) && spokespersonCount > MOST_SPOKESPERSONS
    ? refuse('complaint.too_many_spokespersons', { count: spokespersonCount, most: MOST_SPOKESPERSONS })
    : ok(null)
}

function missingAtFirst({ representation, proofCount, mandateUntil, named, reachable }: Registering): MissingItem[] {
  const missing: MissingItem[] = []
  if (representation === 'proxy' && (proofCount === 0 || mandateUntil === null)) missing.push('mandate')
  if (representation === 'heir' && proofCount === 0) missing.push('heir_proof')
  if (representation === 'anonymous') return missing
  if (!named) missing.push('name')
  if (!reachable) missing.push('contact')
  return missing
}
