/** CBK-01: whom to ask after a claim: the insured person; where he died, or has no telephone, whoever reported it. */
import { claimLifecycle, RELATIONS, tellsOfDeath } from '@anpei/domain/claims'
import type { Tx } from '../http/index.ts'
import { claimOfErrand } from './store-claims.ts'
import type { ReportTold } from './reports/store-reports.ts'

type ClaimToCallBack = {
  readonly claimNo: string
  readonly personId: string
  readonly ownerId: string | null
  readonly ended: boolean
  readonly died: boolean
  readonly reporter: { readonly name: string; readonly phone: string; readonly relation: string }
}

export async function claimToCallBack(tx: Tx, claimId: string): Promise<ClaimToCallBack | null> {
  const claim = await claimOfErrand(tx, claimId)
  if (!claim) return null
  const { claimNo, personId, ownerId, state, kinds } = claim
  const { reporter, accident }: ReportTold = JSON.parse(tx.vault.openText(claim.salt, claim.sealed))
  const { name, phone, relation } = reporter
  return {
    claimNo,
    personId,
    ownerId,
    ended: claimLifecycle.states[state].phase === 'ended',
    died: tellsOfDeath(kinds, accident.diedOn),
    reporter: { name, phone, relation: RELATIONS[relation] },
  }
}
