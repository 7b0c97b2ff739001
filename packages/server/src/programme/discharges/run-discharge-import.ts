/** PRG-05: the job that reads a waiting hospital list. Run again after a crash it begins anew: nothing was kept. */
import { importLifecycle, stateOfImport } from '@anpei/domain/programme'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { App, Tx } from '../../http/index.ts'
import type { JobPayload } from '../../jobs/index.ts'
import { readDischargeFile } from './discharge-file.ts'
import { runDischarges, type ClaimedStays } from './discharge-run.ts'
import { readWaitingFile, type WaitingFile } from '../roster/read-waiting-file.ts'
import { endImport, loadImport } from '../roster/store-imports.ts'

export async function runDischargeImport(app: App, claimedStays: ClaimedStays, payload: JobPayload): Promise<void> {
  await readWaitingFile(app, payload, 'job:programme.import_discharges', (tx, file) => readInto(tx, file, claimedStays))
}

async function readInto(tx: Tx, file: WaitingFile, claimedStays: ClaimedStays): Promise<Decision<number>> {
  const { tenantId } = tx.actor
  const row = await loadImport(tx.db, tenantId, file.importId, true)
  if (!row) return refuse('request.not_found')
  const next = transition(importLifecycle, 'takeEffect', stateOfImport(row.state))
  if (!next.ok) return next
  const lines = await readDischargeFile(file.source(), row.file_name)
  if (!lines.ok) return lines
  const run = { importId: row.id, programmeId: row.programme_id, asOfOn: row.as_of_on, claimedStays }
  const counts = await runDischarges(tx, run, lines.value, file.onProgress)
  await endImport(tx.db, tenantId, row.id, next.value, counts, tx.now)
  tx.record({
    name: 'roster.discharges_imported',
    subject: { kind: 'roster_import', id: row.id },
    facts: { rows: counts.rowCount, bad: counts.badCount, ...counts.counts },
  })
  return ok(counts.rowCount)
}
