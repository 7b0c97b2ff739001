/** PRG-05: a bad row that is no person of the district is left out for good, on record. */
import type { ignoreBadRow as route, ImportView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import { badRowLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { loadBadRow, saveBadRow } from './store-imports.ts'
import { importAnswer } from './views-imports.ts'

export async function ignoreBadRow(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ImportView>> {
  const { db, actor } = tx
  const bad = await loadBadRow(db, actor.tenantId, params.importId, params.rowNo)
  if (!bad) return refuse('request.not_found')
  const next = transition(badRowLifecycle, 'ignore', stateOf(badRowLifecycle, bad.state))
  if (!next.ok) return next
  await saveBadRow(db, actor.tenantId, params.importId, params.rowNo, { state: next.value })
  tx.record({
    name: 'roster.row_ignored',
    subject: { kind: 'roster_import', id: params.importId },
    facts: { rowNo: params.rowNo },
  })
  return importAnswer(tx, params.importId)
}
