/** CUS-01: a merge that was a mistake is undone: the double stands by itself again with what had moved. */
import type { PersonView, undoMerge as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { loadMerge, undoMergeRows } from './store-merges.ts'
import { holderOfIdHash, loadPersonData } from '../store-persons.ts'
import { movedOf } from './views-merge-history.ts'
import { personView } from '../views-persons.ts'

export async function undoMerge(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<PersonView>> {
  const { db, actor, vault } = tx
  const merge = await loadMerge(db, actor.tenantId, params.mergeId)
  const survivor = merge && (await loadPersonData(db, actor, 'person.merge', merge.survivor_id, true))
  const merged = merge && (await loadPersonData(db, actor, 'person.merge', merge.merged_id, true))
  if (!merge || !survivor || !merged) return refuse('request.not_found')
  if (merge.undone_at !== null) return refuse('customers.merge_undone_before')
  if (survivor.merged_into !== null) {
    const kept = await loadPersonData(db, actor, 'person.merge', survivor.merged_into)
    return refuse('customers.merge_undo_later_first', { name: kept?.name ?? '另一位客户' })
  }
  // Meanwhile the number may have come in anew as another person.
  if (await holderOfIdHash(db, actor.tenantId, merged.id_hash, merged.id)) return refuse('customers.id_number_taken')
  await undoMergeRows(
    db,
    actor.tenantId,
    { id: merge.id, survivorId: survivor.id, mergedId: merged.id, moved: movedOf(merge.moved) },
    { by: actor.id, at: tx.now, reason: body.reason },
    (sealed) => vault.seal(merged.salt, vault.open(survivor.salt, sealed)),
  )
  for (const personId of [survivor.id, merged.id]) {
    tx.record({
      name: 'person.merge_undone',
      subject: { kind: 'person', id: survivor.id },
      personId,
      reason: body.reason,
      facts: { mergeId: merge.id },
    })
  }
  return ok(await personView(tx, survivor))
}
