/** PRG-05: a bad row of a hospital's list is corrected on the screen and tried again, as the good rows were. */
import type { fixDischargeRow as route, ImportView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import { badRowLifecycle, checkDischargeRow } from '@anpei/domain/programme'
import type { Handler } from '../../http/index.ts'
import { sealCells, takeStays, type ClaimedStays } from './discharge-run.ts'
import { countFixed, loadBadRow, loadImport, saveBadRow } from '../roster/store-imports.ts'
import { codeText, importAnswer } from '../roster/views-imports.ts'

/** `claimedStays` comes from the row that keeps claims. */
export function fixDischargeRow(claimedStays: ClaimedStays): Handler<Input<typeof route>, ImportView> {
  return async (tx, { params, body }): Promise<Decision<ImportView>> => {
    const { db, actor } = tx
    const one = await loadImport(db, actor.tenantId, params.importId, true)
    const bad = one?.kind === 'discharge' && (await loadBadRow(db, actor.tenantId, one.id, params.rowNo))
    if (!one || !bad) return refuse('request.not_found')
    const next = transition(badRowLifecycle, 'fix', stateOf(badRowLifecycle, bad.state))
    if (!next.ok) return next
    const still = (codes: readonly string[]) =>
      refuse('programme.row_still_bad', { problems: codes.map((code) => codeText(code)) })
    const checked = checkDischargeRow(body.cells, one.as_of_on)
    if (!checked.ok) return still(checked.codes)
    const run = { importId: one.id, programmeId: one.programme_id, asOfOn: one.as_of_on, claimedStays }
    const taken = await takeStays(tx, run, [{ rowNo: params.rowNo, row: checked.row }])
    if (taken.bad.length > 0) return still(taken.bad.flatMap(({ codes }) => codes))
    await saveBadRow(db, actor.tenantId, one.id, params.rowNo, { state: next.value, row: sealCells(tx, body.cells) })
    await countFixed(db, actor.tenantId, one.id)
    tx.record({
      name: 'roster.row_fixed',
      subject: { kind: 'roster_import', id: one.id },
      facts: { rowNo: params.rowNo, codes: bad.codes, opened: taken.counts.opened },
    })
    return importAnswer(tx, one.id)
  }
}
