/**
 * The courier empties the outbox: it takes events that somebody waits for and does their errands, many events in one
 * transaction, or makes jobs of tasks that are no errands. Taking out and doing commit together: nothing is lost,
 * nothing done twice. If one of a batch fails, all of them become jobs, and the queue tries each again by itself.
 */
import { systemActor } from '@anpei/domain/kernel'
import { eventById, takeWaiting, type StoredEvent } from '../events/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { allEnded } from './all-ended.ts'
import type { App } from './app.ts'
import { systemWrite } from './frame.ts'
import { tenantNumbers } from './tenant-numbers.ts'
import type { Tx } from './tx.ts'

const MOST_AT_ONCE = 50
/** Rings of this long are answered together. */
const GATHER_MS = 200
/** What other processes wrote is looked for this often. */
const ROUND_MS = 5000

/**
 * Does what a task does for one event, inside the courier's transaction; what it writes is undone with the others. Only
 * tasks of a few statements are errands.
 */
export type Errand = (tx: Tx, event: StoredEvent) => Promise<void>
export type Errands = ReadonlyMap<string, Errand>

export type Courier = { stop(): Promise<void> }

export function startCourier(app: App, errands: Errands, onFault: (task: string, error: unknown) => void): Courier {
  const wanted = new Set<number>()
  let timer: NodeJS.Timeout | undefined
  let going: Promise<void> = Promise.resolve()
  let stopped = false
  const plan = () => {
    if (stopped || timer) return
    timer = setTimeout(() => {
      going = going.then(go).finally(() => {
        timer = undefined
        if (wanted.size > 0) plan()
      })
    }, GATHER_MS)
  }
  const go = async () => {
    const tenants = [...wanted]
    wanted.clear()
    for (const tenantId of tenants) {
      await deliverAll(app, errands, tenantId).catch((error: unknown) => onFault('courier', error))
    }
  }
  const want = (tenantId: number) => {
    wanted.add(tenantId)
    plan()
  }
  const lookRound = () => {
    tenantNumbers(app).then(
      (tenants) => tenants.forEach(want),
      (error: unknown) => onFault('courier', error),
    )
  }
  app.bell.answer(want)
  const rounds = setInterval(lookRound, ROUND_MS)
  lookRound()
  return {
    async stop() {
      stopped = true
      app.bell.answer(null)
      clearInterval(rounds)
      clearTimeout(timer)
      await going
    },
  }
}

/** Empties the outboxes of all tenants now; returns how many events were delivered. */
export async function deliverNow(app: App, errands: Errands): Promise<number> {
  let count = 0
  for (const tenantId of await tenantNumbers(app)) count += await deliverAll(app, errands, tenantId)
  return count
}

async function deliverAll(app: App, errands: Errands, tenantId: number): Promise<number> {
  for (let count = 0; ; ) {
    const taken = await deliverSome(app, errands, tenantId)
    count += taken
    if (taken < MOST_AT_ONCE) return count
  }
}

async function deliverSome(app: App, errands: Errands, tenantId: number): Promise<number> {
  const self = systemActor(tenantId, 'job:courier')
  try {
    return await systemWrite(app, self, async (tx) => {
      const events = await takeWaiting(tx.db, tenantId, MOST_AT_ONCE)
      await doTogether(tx, errands, events)
      return events.length
    })
  } catch {
    return systemWrite(app, self, async (tx) => {
      const events = await takeWaiting(tx.db, tenantId, MOST_AT_ONCE)
      for (const event of events) for (const task of app.subscriptions.get(event.name) ?? []) makeJob(tx, task, event)
      return events.length
    })
  }
}

/**
 * Subjects side by side, so that what they ask for travels together (`together`); the events of one subject in their
 * order, the tasks of one event side by side.
 */
async function doTogether(tx: Tx, errands: Errands, events: readonly StoredEvent[]): Promise<void> {
  const subjects = [...Map.groupBy(events, (event) => event.subjectId).values()]
  await allEnded(
    subjects.map(async (ofOne) => {
      for (const event of ofOne) await doOne(tx, errands, event)
    }),
  )
}

async function doOne(tx: Tx, errands: Errands, event: StoredEvent): Promise<void> {
  const tasks = tx.app.subscriptions.get(event.name) ?? []
  await allEnded(
    tasks.map(async (task) => {
      const errand = errands.get(task)
      if (errand) await errand(tx, event)
      else makeJob(tx, task, event)
    }),
  )
}

function makeJob(tx: Tx, task: string, event: StoredEvent): void {
  tx.enqueue({ task, payload: { eventId: event.id, subjectId: event.subjectId } })
}

/** The same errand as a job of its own, in a transaction of its own. */
export function errandJob(app: App, task: string, errand: Errand): readonly [string, JobHandler] {
  return [
    task,
    async ({ tenantId, eventId }) => {
      if (typeof eventId !== 'string') throw new Error('no event to tell of')
      await systemWrite(app, systemActor(tenantId, `job:${task}`), async (tx) => {
        const event = await eventById(tx.db, tenantId, eventId)
        if (event) await errand(tx, event)
      })
    },
  ]
}
