/** CUS-01: a double is merged into the person it doubles; nothing is deleted, so that the merge can be undone. */
import type { mergePersons as route, PersonView } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { decideMerge } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { insertMerge } from './store-merges.ts'
import { loadPersonData } from '../store-persons.ts'
import { mergePerson } from './views-merge.ts'
import { personView } from '../views-persons.ts'

export async function mergePersons(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<PersonView>> {
  const { db, actor, vault } = tx
  if (params.personId === body.mergedId) return refuse('customers.merge_with_itself')
  // Always locked in the same order, so that two merges never wait for each other.
  const [first, second] = [params.personId, body.mergedId].sort()
  await loadPersonData(db, actor, 'person.merge', first ?? '', true)
  await loadPersonData(db, actor, 'person.merge', second ?? '', true)
  const survivor = await loadPersonData(db, actor, 'person.merge', params.personId)
  const merged = await loadPersonData(db, actor, 'person.merge', body.mergedId)
  if (!survivor || !merged) return refuse('request.not_found')
  if (survivor.merged_into !== null || merged.merged_into !== null) return refuse('customers.already_merged')
  const [one, other] = await Promise.all([mergePerson(tx, survivor), mergePerson(tx, merged)])
  const decided = decideMerge(one, other, body.seen)
  if (!decided.ok) return decided
  const id = newId()
  const merge = {
    id,
    survivorId: survivor.id,
    mergedId: merged.id,
    reason: body.reason,
    differences: decided.value,
    by: actor.id,
    at: tx.now,
  }
  await insertMerge(db, actor.tenantId, merge, (sealed) => vault.seal(survivor.salt, vault.open(merged.salt, sealed)))
  for (const personId of [survivor.id, merged.id]) {
    tx.record({
      name: 'person.merged',
      subject: { kind: 'person', id: survivor.id },
      personId,
      reason: body.reason,
      facts: { mergeId: id, survivorId: survivor.id, mergedId: merged.id, differences: decided.value },
    })
  }
  return ok(await personView(tx, survivor))
}
