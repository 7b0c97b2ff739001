/** Lists of destruction with their proofs, the periods, and the holds of a person (CUS-10). */
import type {
  getRetentionRun as getRoute,
  listHolds as holdsRoute,
  listRetention as listRoute,
  RetentionRun,
} from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { beforeDay, retentionItemLifecycle, retentionRunLifecycle } from '@anpei/domain/customers'
import { dayOfInstant, holds, ok, refuse, stateOf, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor, staffNames } from '../../identity/index.ts'
import type { PersonalDataSource } from '../personal-data.ts'
import { retentionClasses } from './privacy-lists.ts'
import { thingOf } from './retained-things.ts'
import { bindingsOf } from './retention-binding.ts'
import { findRun, holdsOf, itemsOf, runsOf, type HoldRow, type RunRow } from './store-retention.ts'

export async function runView(tx: Tx, runId: string): Promise<Decision<RetentionRun>> {
  const run = await findRun(tx.db, tx.actor.tenantId, runId)
  return run ? ok(viewOf(tx, run, await namesOf(tx, [run]))) : refuse('request.not_found')
}

export async function listRetention(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const place = readCursor(query.cursor, 2)
  if (query.cursor && !place) return refuse('request.malformed')
  const runs = await runsOf(tx.db, tx.actor.tenantId, place, query.limit + 1)
  const names = await namesOf(tx, runs)
  const today = dayOfInstant(tx.now)
  const page = pageOf(
    runs,
    query.limit,
    (run) => [run.proposed_at, run.id],
    (run) => viewOf(tx, run, names),
  )
  return ok({ ...page, classes: retentionClasses().map((one) => ({ ...one, beforeOn: beforeDay(one, today) })) })
}

export async function getRetentionRun(
  tx: Tx,
  { params, query }: Input<typeof getRoute>,
  sources: readonly PersonalDataSource[],
): Promise<Decision<Answer<typeof getRoute>>> {
  const run = await runView(tx, params.runId)
  if (!run.ok) return run
  const after = readCursor(query.cursor, 1)?.[0] ?? null
  const items = await itemsOf(tx.db, tx.actor.tenantId, params.runId, after, query.limit + 1)
  const gone = (item: { state: string }) => item.state === 'emptied' || item.state === 'destroyed'
  const left = items.filter((item) => !gone(item)).map((item) => item.subject_id)
  const names = await thingOf(sources, run.value.class)?.named(tx, left)
  const page = pageOf(
    items,
    query.limit,
    (item) => [item.subject_id],
    (item) => {
      const state = stateOf(retentionItemLifecycle, item.state)
      return {
        subjectId: item.subject_id,
        name: item.name ?? names?.get(item.subject_id) ?? '',
        endedOn: item.ended_on,
        state,
        stateWord: retentionItemLifecycle.states[state].zh,
        proof: item.proof,
        destroyedAt: item.destroyed_at,
      }
    },
  )
  return ok({ ...page, run: run.value })
}

export function listHolds(sources: readonly PersonalDataSource[]) {
  return async (tx: Tx, { params }: Input<typeof holdsRoute>): Promise<Decision<Answer<typeof holdsRoute>>> => {
    const [rows, bindings] = await Promise.all([
      holdsOf(tx.db, tx.actor.tenantId, { personId: params.personId }),
      bindingsOf(tx, sources, sql`p.id = ${params.personId}`),
    ])
    return ok({ holds: rows.map((row) => holdView(tx, row)), keptUntil: bindings[0]?.keptUntil ?? null })
  }
}

export function holdView(tx: Tx, row: HoldRow) {
  const mayLift = row.lifted_at === null && holds(tx.actor, 'privacy.answer')
  return {
    id: row.id,
    matter: row.matter,
    setBy: row.set_by_name,
    setAt: row.set_at,
    liftedAt: row.lifted_at,
    can: mayLift ? ['lift'] : [],
  }
}

function viewOf(tx: Tx, run: RunRow, names: ReadonlyMap<string, string>): RetentionRun {
  const state = stateOf(retentionRunLifecycle, run.state)
  const mayDecide = state === 'proposed' && run.proposed_by !== tx.actor.id && holds(tx.actor, 'privacy.check')
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? '同事'))
  return {
    id: run.id,
    runNo: run.run_no,
    class: run.class,
    title: run.rule.title,
    basis: run.rule.basis,
    beforeOn: run.before_on,
    state,
    stateWord: retentionRunLifecycle.states[state].zh,
    requestId: run.request_id,
    itemCount: run.item_count,
    destroyedCount: run.destroyed,
    sparedCount: run.spared,
    proposedBy: nameOf(run.proposed_by),
    proposedAt: run.proposed_at,
    decidedBy: nameOf(run.decided_by),
    decidedAt: run.decided_at,
    comment: run.comment,
    finishedAt: run.finished_at,
    proofHash: run.proof_hash?.toString('hex') ?? null,
    can: mayDecide ? ['decide'] : [],
  }
}

async function namesOf(tx: Tx, runs: readonly RunRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = runs.flatMap((run) => [run.proposed_by, run.decided_by]).filter((id) => id !== null)
  return staffNames(tx.db, tx.actor.tenantId, ids)
}
