/**
 * CMP-13, OPS-05: the job that reads a file of past complaints, to rehearse or in earnest: the same reading, of which a
 * rehearsal keeps the counts only. One transaction, so that a killed process or a cancelled import leaves nothing half;
 * run again it begins anew.
 */
import { historyImportLifecycle, type HistoryImportState } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, stateOf, systemActor, transition, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type App, type Tx } from '../../http/index.ts'
import type { JobPayload } from '../../jobs/index.ts'
import { ReadingStopped, readWaitingFile, type WaitingFile, type WaitingKeeper } from '../../programme/index.ts'
import { cellsByField, openHistoryFile } from './history-file.ts'
import { HistoryRun } from './history-run.ts'
import { findImport, forgetFaults, moveImport, stateNow } from './store-imports.ts'

const SOURCE = 'job:complaints.read_history'

export async function readHistoryFile(app: App, payload: JobPayload): Promise<void> {
  await readWaitingFile(app, payload, SOURCE, readInto, keeperOf(app))
}

async function readInto(tx: Tx, file: WaitingFile): Promise<Decision<number>> {
  const found = await findImport(tx, file.importId)
  if (!found.ok) return found
  const { id, state, mapping, institutionId, series, fileName } = found.value
  const opened = await openHistoryFile(file.source(), fileName)
  if (!opened.ok) return opened
  await forgetFaults(tx, id)
  const run = new HistoryRun(tx, {
    series: { importId: id, institutionId, series },
    mapping,
    today: dayOfInstant(tx.now),
    keeps: state === 'reading',
  })
  const cellsOf = cellsByField(opened.value.headings, mapping)
  for await (const { rowNo, cells } of opened.value.rows) {
    if (!run.take(rowNo, cells, cellsOf(cells))) continue
    await run.flush()
    await mustStillBe(tx, id, state)
    file.onProgress(run.rowCount)
  }
  await run.flush()
  const counts = run.counts()
  const locked = await findImport(tx, id, true)
  if (!locked.ok) return locked
  const next = transition(historyImportLifecycle, state === 'reading' ? 'finish' : 'endRehearsal', locked.value.state)
  if (!next.ok) throw new ReadingStopped(refuse('complaint.history_cancelled'))
  await moveImport(tx, id, next.value, { counts, ...(state === 'reading' ? { endedAt: tx.now } : {}) })
  tx.record({
    name: state === 'reading' ? 'complaint_import.finished' : 'complaint_import.rehearsed',
    subject: { kind: 'complaint_import', id },
    facts: {
      rows: counts.rowCount,
      fresh: counts.newCount,
      changed: counts.changedCount,
      unchanged: counts.unchangedCount,
      bad: counts.badCount,
    },
  })
  return ok(counts.rowCount)
}

/** Somebody may have cancelled it meanwhile. */
async function mustStillBe(tx: Tx, importId: string, state: HistoryImportState): Promise<void> {
  if ((await stateNow(tx, importId)) !== state) throw new ReadingStopped(refuse('complaint.history_cancelled'))
}

function keeperOf(app: App): WaitingKeeper {
  return {
    waiting: (_db, tenantId, importId) =>
      systemWrite(app, systemActor(tenantId, SOURCE), async (tx) => {
        const found = await findImport(tx, importId)
        if (!found.ok || found.value.taskId === null) return null
        const { state, salt, taskId, rowCount } = found.value
        if (state !== 'reading' && state !== 'rehearsing') return null
        const reads = state === 'reading'
        return { salt, taskId, stays: !reads, ...(reads ? { rowCount } : {}) }
      }),
    fail: (failing, actor, importId) =>
      systemWrite(failing, actor, async (tx) => {
        const found = await findImport(tx, importId, true)
        if (!found.ok) return
        const failed = transition(historyImportLifecycle, 'fail', stateOf(historyImportLifecycle, found.value.state))
        if (failed.ok) await moveImport(tx, importId, failed.value, { endedAt: tx.now })
      }),
  }
}
