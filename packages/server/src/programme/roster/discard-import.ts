/** PRG-05: an import that waits for confirmation is given up; none of its differences takes effect. */
import type { discardImport as route, ImportView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import { importLifecycle, stateOfImport } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { endImport, loadImport } from './store-imports.ts'
import { importAnswer } from './views-imports.ts'

export async function discardImport(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ImportView>> {
  const { db, actor } = tx
  const one = await loadImport(db, actor.tenantId, params.importId, true)
  if (!one) return refuse('request.not_found')
  const next = transition(importLifecycle, 'discard', stateOfImport(one.state))
  if (!next.ok) return next
  await endImport(db, actor.tenantId, one.id, next.value, null, null)
  tx.record({ name: 'roster.import_discarded', subject: { kind: 'roster_import', id: one.id } })
  return importAnswer(tx, one.id)
}
