/**
 * A programme without a list (团体无清单, PRG-04): whoever claims or is reported is no member until somebody has looked
 * up at the civil affairs office whether the person was registered in the district on the day of the accident, and the
 * proof is on file. Then the rule of cover does the rest, known from that moment; until then no claim can be opened.
 */
import { ok, refuse, type Day, type Decision } from '../kernel/index.ts'

type ResidenceAsked = {
  readonly rosterMode: 'listed' | 'unlisted'
  /** The person stands on the roster of the programme, in whatever status. */
  readonly onRoster: boolean
  readonly today: Day
  readonly birthOn: Day
  readonly accidentOn: Day
  /** First day of the registration; null = since birth. */
  readonly residentSince: Day | null
  readonly proofs: number
}

type ResidenceRefusal =
  | 'programme.roster_is_listed'
  | 'programme.member_listed'
  | 'programme.residence_day_wrong'
  | 'programme.residence_proof_missing'

export function decideResidence(asked: ResidenceAsked): Decision<null, ResidenceRefusal> {
  if (asked.rosterMode === 'listed') return refuse('programme.roster_is_listed')
  if (asked.onRoster) return refuse('programme.member_listed')
  const since = asked.residentSince ?? asked.birthOn
  if (asked.accidentOn > asked.today || since > asked.accidentOn || since < asked.birthOn) {
    return refuse('programme.residence_day_wrong')
  }
  return asked.proofs === 0 ? refuse('programme.residence_proof_missing') : ok(null)
}
