/**
 * PRG-05, ORG-05: another person than the one who imported, or corrected a row, confirms what a file would change, all,
 * by kind or one by one; it takes effect at once, known from now. Those who died open a possible claim.
 */
import type { decideDifferences as route, ImportView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import { differenceLifecycle, importLifecycle, stateOfImport, type DifferenceKind } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { termsOfProgramme } from '../cover/programme-terms.ts'
import { applyChanges, type RosterChange } from './roster-apply.ts'
import { rowOfJson } from './roster-json.ts'
import { confirmImport, loadImport, saveDifferences, waitingDifferences } from './store-imports.ts'
import { importAnswer } from './views-imports.ts'

const PER_ROUND = 500

export async function decideDifferences(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ImportView>> {
  const { db, actor } = tx
  const { tenantId } = actor
  const one = await loadImport(db, tenantId, params.importId, true)
  if (!one) return refuse('request.not_found')
  const done = transition(importLifecycle, 'takeEffect', stateOfImport(one.state))
  if (!done.ok) return done
  if (one.state !== 'read') return refuse('programme.import_running')
  if (one.started_by === actor.id) return refuse('programme.not_by_the_maker')
  const terms = await termsOfProgramme(db, tenantId, one.programme_id)
  if (!terms) return refuse('programme.nothing_published')
  const step = transition(differenceLifecycle, body.act, 'waiting')
  if (!step.ok) return step
  const keys = { tenantId, programmeId: one.programme_id, importId: one.id, now: tx.now }
  let count = 0
  for (;;) {
    const rows = await waitingDifferences(db, tenantId, one.id, { kind: body.kind, ids: body.ids }, PER_ROUND)
    if (rows.length === 0) break
    if (rows.some((row) => row.made_by === actor.id)) return refuse('programme.not_by_the_maker')
    count += rows.length
    if (body.act === 'confirm') {
      await applyChanges(
        tx,
        keys,
        one.as_of_on,
        terms,
        rows.map(
          (row): RosterChange => ({
            kind: kindOf(row.kind),
            personId: row.person_id,
            rowNo: row.row_no,
            row: rowOfJson(JSON.parse(tx.vault.openText(row.salt, row.sealed))),
          }),
        ),
      )
    }
    await saveDifferences(
      db,
      tenantId,
      rows.map((row) => row.id),
      step.value,
    )
  }
  const left = await waitingDifferences(db, tenantId, one.id, { kind: null, ids: null }, 1)
  if (left.length === 0) await confirmImport(db, tenantId, one.id, done.value, actor.id, tx.now)
  tx.record({
    name: 'roster.differences_decided',
    subject: { kind: 'roster_import', id: one.id },
    facts: { act: body.act, kind: body.kind ?? 'all', count },
  })
  return importAnswer(tx, one.id)
}

function kindOf(text: string): DifferenceKind {
  if (text === 'joined' || text === 'died' || text === 'moved_away' || text === 'moved_within' || text === 'missing')
    return text
  return 'corrected'
}
