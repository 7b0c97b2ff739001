/**
 * PRG-05: a roster file in. Everything happens in one transaction, so that a process killed in the middle leaves
 * nothing half; only the import's own row, its progress and its end are written outside.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { importLifecycle, stateOfImport, villageBook } from '@anpei/domain/programme'
import { ok, refuse, transition, type Actor, type Day, type Decision } from '@anpei/domain/kernel'
import { TableUnreadable, type ByteSource } from '../../files/index.ts'
import { systemWrite, type App, type Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { termsOfProgramme } from '../cover/programme-terms.ts'
import { failImport } from './read-waiting-file.ts'
import { readRosterFile } from './roster-file.ts'
import { runRoster, type RunCounts } from './roster-run.ts'
import { endImport, insertImport, loadImport } from './store-imports.ts'
import { villagesOf } from './store-roster.ts'

export type RosterFile = {
  readonly programmeId: string
  readonly kind: 'initial' | 'monthly'
  readonly fileName: string
  /** The day the roster describes. */
  readonly asOfOn: Day
  /** A path, or a way to open the bytes, since a transaction may have to be tried again. */
  readonly source: string | (() => ByteSource)
  /** The import's row, if it stands already (upload). */
  readonly importId?: string
}
export type ImportAnswer = RunCounts & { readonly importId: string; readonly state: string }

export async function importRoster(
  app: App,
  actor: Actor,
  file: RosterFile,
  onProgress: (rows: number) => void = () => undefined,
): Promise<Decision<ImportAnswer>> {
  const importId = file.importId ?? (await systemWrite(app, actor, (tx) => openImport(tx, file)))
  try {
    const decision = await systemWrite({ ...app, pool: app.pool.bulk() }, actor, (tx) =>
      readInto(tx, importId, file, onProgress),
    )
    if (!decision.ok) await failImport(app, actor, importId)
    return decision
  } catch (fault) {
    await failImport(app, actor, importId)
    if (fault instanceof TableUnreadable) return fault.refusal
    throw fault
  }
}

async function openImport(tx: Tx, file: RosterFile): Promise<string> {
  const id = newId()
  await insertImport(tx.db, tx.actor.tenantId, {
    id,
    programmeId: file.programmeId,
    kind: file.kind,
    fileName: file.fileName,
    fileHash: await hashOf(file.source),
    asOfOn: file.asOfOn,
    startedBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
    startedAt: tx.now,
    taskId: null,
    salt: null,
  })
  return id
}

async function hashOf(source: RosterFile['source']): Promise<Buffer> {
  const hash = createHash('sha256')
  const bytes = typeof source === 'string' ? createReadStream(source) : source()
  for await (const chunk of typeof bytes === 'string' ? createReadStream(bytes) : bytes) hash.update(chunk)
  return hash.digest()
}

async function readInto(
  tx: Tx,
  importId: string,
  file: RosterFile,
  onProgress: (rows: number) => void,
): Promise<Decision<ImportAnswer>> {
  const { tenantId } = tx.actor
  const row = await loadImport(tx.db, tenantId, importId, true)
  if (!row) return refuse('request.not_found')
  // Somebody else may have read it while this waited for the row.
  const reading = transition(importLifecycle, 'finishReading', stateOfImport(row.state))
  if (!reading.ok) return reading
  const terms = await termsOfProgramme(tx.db, tenantId, file.programmeId)
  if (!terms) return refuse('programme.nothing_published')
  const lines = await readRosterFile(typeof file.source === 'string' ? file.source : file.source(), file.fileName)
  if (!lines.ok) return lines
  const run = {
    importId,
    programmeId: file.programmeId,
    kind: file.kind,
    asOfOn: file.asOfOn,
    terms,
    villages: villageBook(await villagesOf(tx.db)),
  }
  const counts = await runRoster(tx, run, lines.value, onProgress)
  // A full list of nobody would end everybody's cover.
  if (counts.rowCount === 0) return refuse('programme.roster_of_nobody')
  const act = counts.differenceCount > 0 ? 'finishReading' : 'takeEffect'
  const next = transition(importLifecycle, act, stateOfImport(row.state))
  if (!next.ok) return next
  await endImport(tx.db, tenantId, importId, next.value, counts, act === 'takeEffect' ? tx.now : null)
  tx.record({
    name: 'roster.imported',
    subject: { kind: 'roster_import', id: importId },
    facts: {
      rows: counts.rowCount,
      good: counts.goodCount,
      bad: counts.badCount,
      unchanged: counts.unchangedCount,
      differences: counts.differenceCount,
    },
  })
  return ok({ ...counts, importId, state: next.value.to })
}
