/** PRG-05, OPS-05: a list that arrived is laid sealed into the store, with its import, its task and its job. */
import { createHash } from 'node:crypto'
import type { Day } from '@anpei/domain/kernel'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { openTask } from '../../jobs/index.ts'
import { newId } from '../../kernel/index.ts'
import { insertImport } from './store-imports.ts'

export type FileToTake = {
  readonly programmeId: string
  readonly kind: 'initial' | 'monthly' | 'discharge'
  readonly asOfOn: Day
  readonly title: string
  readonly job: string
}

/** Answers the import's id. */
export async function takeInFile(tx: Tx, file: ArrivedFile, one: FileToTake): Promise<string> {
  const { db, actor } = tx
  const id = newId()
  const salt = tx.vault.newSalt()
  await tx.app.files.put(actor.tenantId, id, tx.vault.seal(salt, file.bytes))
  const taskId = await openTask(db, actor.tenantId, tx.now, {
    kind: one.kind === 'discharge' ? 'discharge_import' : 'roster_import',
    title: one.title,
    subjectId: id,
    startedBy: actor.id,
  })
  await insertImport(db, actor.tenantId, {
    id,
    programmeId: one.programmeId,
    kind: one.kind,
    fileName: file.name,
    fileHash: createHash('sha256').update(file.bytes).digest(),
    asOfOn: one.asOfOn,
    startedBy: actor.kind === 'staff' ? actor.id : null,
    startedAt: tx.now,
    taskId,
    salt,
  })
  tx.enqueue({ task: one.job, payload: { importId: id }, key: `roster:${id}` })
  tx.record({
    name: 'roster.import_started',
    subject: { kind: 'roster_import', id },
    facts: { kind: one.kind, asOfOn: one.asOfOn },
  })
  return id
}
