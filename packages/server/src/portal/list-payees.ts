/** CUS-05: the accounts money of this case may go to, masked, with where each stands. */
import type { portalPayees as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { payeeLifecycle } from '@anpei/domain/customers'
import { ok, stateOf, type Decision } from '@anpei/domain/kernel'
import { getClaim } from '../claims/index.ts'
import type { Tx } from '../http/index.ts'
import { lentForLinked } from './actors.ts'

export async function listPayeesOfClaim(tx: Tx,
  { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const claim = await getClaim(await lentForLinked(tx, ['claim.read']), { params, query: {}, body: {} })
  if (!claim.ok) return claim
  return ok({
    personName: claim.value.personName,
    payees: claim.value.payees.map(({ id, holderName, relation, bank, accountMasked, state }) => (
      { id, holderName, relation, bank, accountMasked, state: stateOf(payeeLifecycle, state) })),
  })
}
