/**
 * PRG-05, ORG-05: a bad row is corrected on the screen and tried again. What it would change waits for a second person,
 * whatever the file it stood in: only a first load takes effect by itself.
 */
import type { fixBadRow as route, ImportView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import {
  badRowLifecycle,
  checkRosterRow,
  differenceKind,
  importLifecycle,
  stateOfImport,
  villageBook,
} from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { readyRow, sealRow } from './roster-prepare.ts'
import {
  countFixed,
  endImport,
  findKnown,
  insertDifferences,
  loadBadRow,
  loadImport,
  saveBadRow,
} from './store-imports.ts'
import { villagesOf } from './store-roster.ts'
import { codeText, importAnswer } from './views-imports.ts'

export async function fixBadRow(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ImportView>> {
  const { db, actor, vault } = tx
  const { tenantId } = actor
  const one = await loadImport(db, tenantId, params.importId, true)
  const bad = one && (await loadBadRow(db, tenantId, one.id, params.rowNo))
  if (!one || !bad) return refuse('request.not_found')
  const next = transition(badRowLifecycle, 'fix', stateOf(badRowLifecycle, bad.state))
  if (!next.ok) return next
  const cells = { ...body.cells, lacksCapacity: '' }
  const checked = checkRosterRow(cells, villageBook(await villagesOf(db)), one.as_of_on, [])
  if (!checked.ok) return refuse('programme.row_still_bad', { problems: checked.codes.map(codeText) })
  const ready = readyRow(vault, params.rowNo, checked.row)
  const [known] = await findKnown(db, tenantId, one.programme_id, [ready.idHash])
  if (known && known.name !== checked.row.name && !known.current) return refuse('programme.row_name_differs')
  const isSame = known?.rowHash?.equals(ready.rowHash) ?? false
  const reopened = transition(importLifecycle, 'reopen', stateOfImport(one.state))
  if (!reopened.ok) return reopened
  if (!isSame) {
    await insertDifferences(db, tenantId, one.id, [
      {
        id: newId(),
        kind: differenceKind(known?.current ?? null, checked.row),
        personId: known?.personId ?? null,
        rowNo: params.rowNo,
        madeBy: actor.id,
        ...sealRow(vault, checked.row),
      },
    ])
    await endImport(db, tenantId, one.id, reopened.value, null, null)
  }
  await saveBadRow(db, tenantId, one.id, params.rowNo, { state: next.value, row: sealRow(vault, cells) })
  await countFixed(db, tenantId, one.id)
  tx.record({
    name: 'roster.row_fixed',
    subject: { kind: 'roster_import', id: one.id },
    facts: { rowNo: params.rowNo, codes: bad.codes },
  })
  return importAnswer(tx, one.id)
}
