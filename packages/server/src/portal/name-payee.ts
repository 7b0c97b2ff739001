/**
 * CUS-05: the family names the account: the insured person's own, a beneficiary's or an heir's. It waits for a second
 * person of the staff like every account; an account of anybody else goes through a person at the telephone. After a
 * death each beneficiary or heir is named with number, kinship and account, and the staff set the shares.
 */
import type { portalNamePayee as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { proposePayee } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { lentForLinked } from './actors.ts'
import { linkedPersons } from './store.ts'
import { caseOfClaim } from './store-cases.ts'

export async function namePayee(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const linked = await linkedPersons(tx.db, tx.actor.tenantId, tx.actor.id, dayOfInstant(tx.now), 'hand_in')
  const row = await caseOfClaim(
    tx.db,
    tx.actor.tenantId,
    params.claimId,
    linked.map((person) => person.id),
  )
  if (!row?.personId) return refuse('request.not_found')
  const afterDeath = row.claim?.kinds.includes('death') ?? false
  if (afterDeath && body.relation === 'self') return refuse('portal.payee_after_death')
  if (afterDeath && (body.holderIdNumber === '' || body.kin === '')) return refuse('portal.heir_incomplete')
  const { kin, ...account } = body
  const named = await proposePayee(await lentForLinked(tx, 'hand_in', ['payee.propose']), {
    params: { personId: row.personId },
    query: {},
    body: { ...account, basis: kin === '' ? '' : `与被保险人关系：${kin}`, replaces: null },
  })
  if (!named.ok) return named
  const { id, holderName, relation, bank, accountMasked, state } = named.value
  return ok({ id, holderName, relation, bank, accountMasked, state })
}
