/** CUS-01: searches the register for records that may be one person; a job, because numbers must be opened for it. */
import { doubleReasons } from '@anpei/domain/customers'
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, type App, type Tx } from '../../http/index.ts'
import { finishTask, openTask, progressTask, type JobPayload } from '../../jobs/index.ts'
import { openSecrets } from '../person-reads.ts'
import {
  candidates,
  forgetDoublesBefore,
  saveDoubles,
  stageCandidates,
  type Candidate,
  type FoundDouble,
} from './store-doubles.ts'

export const DOUBLES_TASK = 'customers.find_doubles'
const PAIRS_AT_ONCE = 1000
const START = '00000000-0000-0000-0000-000000000000'

/** Leaves the search to a job; answers the task by which it can be watched (OPS-05). */
export async function startDoubleSearch(tx: Tx): Promise<string> {
  const { tenantId, kind, id } = tx.actor
  const taskId = await openTask(tx.db, tenantId, tx.now, {
    kind: DOUBLES_TASK,
    title: '查找重复客户',
    startedBy: kind === 'staff' ? id : null,
  })
  tx.enqueue({ task: DOUBLES_TASK, payload: { taskId }, key: `${DOUBLES_TASK}:${tenantId}` })
  return taskId
}

export async function runDoubleSearch(app: App, { tenantId, taskId }: JobPayload): Promise<void> {
  if (typeof taskId !== 'string') throw new Error('a search without its task')
  const actor = systemActor(tenantId, 'job:customers.find_doubles')
  const say = (done: number, total: number) =>
    app.pool.withTenant(tenantId, ({ db }) => progressTask(db, tenantId, taskId, done, total))
  const found = await systemWrite(app, actor, async (tx) => {
    const total = await stageCandidates(tx.db, tenantId)
    let [done, count] = [0, 0]
    let after = { first: START, second: START }
    for (;;) {
      const pairs = await candidates(tx.db, tenantId, after, PAIRS_AT_ONCE)
      const last = pairs.at(-1)
      if (!last) break
      const doubles = pairs.flatMap((pair) => judge(tx, pair))
      await saveDoubles(tx.db, tenantId, tx.now, doubles)
      done += pairs.length
      count += doubles.length
      after = { first: last.first.id, second: last.second.id }
      await say(done, total)
    }
    await forgetDoublesBefore(tx.db, tenantId, tx.now)
    return count
  })
  await app.pool.withTenant(tenantId, ({ db }) =>
    finishTask(db, tenantId, taskId, app.clock.now(), { result: { found } }),
  )
}

function judge(tx: Tx, { first, second, samePhone }: Candidate): FoundDouble[] {
  const [one, other] = [first, second].map((person) => ({
    name: person.name,
    birthOn: person.birthOn,
    idNumber: openSecrets(tx, person).idNumber,
  }))
  if (!one || !other) return []
  const reasons = doubleReasons({ ...one, samePhone }, other)
  return reasons.length > 0 ? [{ first: first.id, second: second.id, reasons }] : []
}
