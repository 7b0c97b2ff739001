/**
 * CUS-10: carries out an approved list, one person at a time: whether anything binds by now is asked again, the rows
 * are emptied in one transaction together with the proof, then the files are removed, then the item is done. Killed
 * anywhere, the next run goes on: what is emptied has its files removed once more, what is done stays done.
 */
import { createHash } from 'node:crypto'
import { decideDestruction, retentionItemLifecycle, retentionRunLifecycle } from '@anpei/domain/customers'
import { stateOf, systemActor, transition, type Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { emptyRows, personTables, rowsOfPerson, type Emptied } from '../../custody/index.ts'
import { forgetAnswersAbout, forgetAnswersBefore, systemWrite, type App, type Tx } from '../../http/index.ts'
import type { JobPayload } from '../../jobs/index.ts'
import type { PersonalDataSource } from '../personal-data.ts'
import { thingOf } from './retained-things.ts'
import { bindingsOf } from './retention-binding.ts'
import {
  countLeft,
  findRun,
  finishRun,
  lockNextItem,
  markErased,
  proofsOf,
  saveItem,
  type ItemRow,
} from './store-retention.ts'

export async function destroyRun(app: App, sources: readonly PersonalDataSource[], payload: JobPayload): Promise<void> {
  const { tenantId, runId } = payload
  if (typeof runId !== 'string') throw new Error('a destruction without its run')
  const actor = systemActor(tenantId, 'job:destroy')
  const run = await app.pool.withTenant(tenantId, ({ db }) => findRun(db, tenantId, runId))
  if (!run || run.state !== 'approved') return
  for (;;) {
    const step = await systemWrite(app, actor, (tx) => emptyNext(tx, sources, run))
    if (step === 'none') break
    if (step === 'spared') continue
    for (const id of step.fileIds) await app.files.remove(tenantId, id)
    await systemWrite(app, actor, async (tx) => {
      const { item } = step
      const gone = itemStep('destroy', 'emptied')
      await saveItem(tx, run.id, item, gone, { filesGone: true })
    })
  }
  await systemWrite(app, actor, async (tx) => endRun(tx, run.id))
}

const ANSWERS_KEPT_MS = 3 * 86_400_000

type Run = NonNullable<Awaited<ReturnType<typeof findRun>>>
type Step = 'none' | 'spared' | { readonly item: string; readonly fileIds: readonly string[] }

async function emptyNext(tx: Tx, sources: readonly PersonalDataSource[], run: Run): Promise<Step> {
  const item = await lockNextItem(tx.db, tx.actor.tenantId, run.id)
  if (!item) return 'none'
  if (item.state === 'emptied') return { item: item.subject_id, fileIds: item.file_ids }
  const thing = thingOf(sources, run.class)
  const emptied = thing
    ? await thing.destroy(tx, item.subject_id, run.before_on)
    : await emptyPerson(tx, sources, run, item)
  if (emptied === null) {
    await saveItem(tx, run.id, item.subject_id, itemStep('spare', item.state), {})
    return 'spared'
  }
  await saveItem(tx, run.id, item.subject_id, itemStep('empty', item.state), { emptied })
  return { item: item.subject_id, fileIds: emptied.fileIds }
}

/** Null where something binds by now: cover came back, a case was opened, a hold was set. */
async function emptyPerson(
  tx: Tx,
  sources: readonly PersonalDataSource[],
  run: Run,
  item: ItemRow,
): Promise<Emptied | null> {
  const { db, actor, vault } = tx
  const personId = item.subject_id
  const [binding] = await bindingsOf(tx, sources, sql`p.id = ${personId}`)
  if (!binding) return null
  const asked = run.request_id !== null && !binding.byLaw
  if (!decideDestruction(asked ? { ...binding, keptUntil: null } : binding).ok) return null
  const tables = await personTables(db)
  const names = await sql<{ name: string }>`select name from person where tenant_id = ${actor.tenantId}
    and (id = ${personId} or merged_into = ${personId})`.execute(db)
  const found = await rowsOfPerson(db, actor.tenantId, tables, personId)
  const emptied = await emptyRows(db, vault, actor.tenantId, tables, found)
  await markErased(tx, personId)
  // Of somebody who has just asked for it, answers kept for repeated requests may still speak.
  if (run.request_id !== null) {
    await forgetAnswersAbout(db, actor.tenantId, [personId, ...names.rows.map((row) => row.name)])
  }
  tx.record({
    name: 'person.destroyed',
    subject: { kind: 'person', id: personId },
    personId,
    facts: { runId: run.id, runNo: run.run_no, tables: Object.keys(emptied.rows), sha256: emptied.sha256 },
  })
  return emptied
}

async function endRun(tx: Tx, runId: string): Promise<void> {
  const run = await findRun(tx.db, tx.actor.tenantId, runId, true)
  if (!run || run.state !== 'approved') return
  // A worker that died may hold one until the database has noticed: it is taken up with the next try.
  const left = await countLeft(tx.db, tx.actor.tenantId, runId)
  if (left > 0) throw new Error(`destruction ${run.run_no}: ${left} left`)
  const proofs = await proofsOf(tx.db, tx.actor.tenantId, runId)
  const moved = transition(retentionRunLifecycle, 'finish', stateOf(retentionRunLifecycle, run.state))
  if (!moved.ok) throw new Error(moved.code)
  const proofHash = createHash('sha256').update(proofs.join('\n')).digest()
  await finishRun(tx, runId, moved.value, proofHash)
  // Answers kept for repeated requests, as every night (ended cases have no younger ones).
  await forgetAnswersBefore(tx.db, tx.actor.tenantId, new Date(Date.parse(tx.now) - ANSWERS_KEPT_MS).toISOString())
  tx.record({
    name: 'retention.done',
    subject: { kind: 'retention_run', id: runId },
    facts: { runNo: run.run_no, destroyed: proofs.length, spared: run.spared, proofHash: proofHash.toString('hex') },
  })
}

function itemStep(name: 'spare' | 'empty' | 'destroy', state: string): Transition {
  const moved = transition(retentionItemLifecycle, name, stateOf(retentionItemLifecycle, state))
  if (!moved.ok) throw new Error(moved.code)
  return moved.value
}
