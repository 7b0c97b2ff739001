/**
 * The frame every write and every read runs in: begin → command → events, jobs and idempotency in one go → commit.
 * A refusal rolls back. The same key with the same body answers what was answered the first time.
 */
import { ok, refuse, type Actor, type Decision } from '@anpei/domain/kernel'
import { sendNow, transact, violatedConstraint, type Connection } from '../db/index.ts'
import { eventRow, eventsStatement, type EventRow, type NewEvent } from '../events/index.ts'
import { jobsStatement, type NewJob } from '../jobs/index.ts'
import type { App } from './app.ts'
import { answerStatement, findAnswer, type Once } from './store.ts'
import type { Tx } from './tx.ts'

type OpenTx = Tx & { recorded: EventRow[]; jobs: NewJob[]; looks: NewEvent[]; underWay: Promise<unknown>[] }

/** Where a command may leave word for the caller's browser, and see how it was called. */
export type Edge = {
  setSession(token: string | null): void
  header(name: string): string | undefined
}

const NO_EDGE: Edge = {
  setSession: () => {
    throw new Error('nobody to give a session to')
  },
  header: () => undefined,
}

export async function read<A>(
  app: App,
  actor: Actor,
  work: (tx: Tx) => Promise<Decision<A>>,
  edge: Edge = NO_EDGE,
): Promise<Decision<A>> {
  const now = app.clock.now()
  const { decision, looks } = await app.pool.withTenant(actor.tenantId, async (connection) => {
    const tx = openTx(app, actor, connection, now, edge)
    return { decision: await work(tx), looks: tx.looks }
  })
  if (decision.ok) await Promise.all(looks.map((look) => app.looks.write(actor, now, look)))
  return decision
}

/** `answer` turns the value into the text that is stored and sent; with `once`, a repetition gets that very text. */
export async function write<A>(
  app: App,
  actor: Actor,
  once: Once | null,
  work: (tx: Tx) => Promise<Decision<A>>,
  answer: (value: A) => string,
  edge: Edge = NO_EDGE,
): Promise<Decision<string>> {
  try {
    const { value, waits } = await transact(app.pool, actor.tenantId, async (connection) => {
      const tx = openTx(app, actor, connection, app.clock.now(), edge)
      const decision = await outcomeOf(tx, work)
      if (!decision.ok) {
        return { commit: false, value: { value: await earlierAnswer(tx, once, decision), waits: false } }
      }
      const text = answer(decision.value)
      return { commit: true, value: { value: ok(text), waits: anyWaits(tx) }, sending: flush(tx, once, text) }
    })
    if (waits) app.bell.ring(actor.tenantId)
    return value
  } catch (error) {
    if (once && violatedConstraint(error) === 'idempotency_pkey') return repeated(app, actor, once)
    throw error
  }
}

/** A job's or the system's own transaction; there is nobody to answer. */
export async function systemWrite<A>(app: App, actor: Actor, work: (tx: Tx) => Promise<A>): Promise<A> {
  const done = await transact(app.pool, actor.tenantId, async (connection) => {
    const tx = openTx(app, actor, connection, app.clock.now(), NO_EDGE)
    const value = await outcomeOf(tx, work)
    return { commit: true, value: { value, waits: anyWaits(tx) }, sending: flush(tx, null, '') }
  })
  if (done.waits) app.bell.ring(actor.tenantId)
  return done.value
}

/** Behind a write that failed every statement fails: what is told is what failed first. */
async function outcomeOf<A>(tx: OpenTx, work: (tx: Tx) => Promise<A>): Promise<A> {
  try {
    return await work(tx)
  } catch (error) {
    await Promise.all(tx.underWay)
    throw error
  }
}

function anyWaits(tx: Tx): boolean {
  return tx.recorded.some((row) => row.waits)
}

function openTx(app: App, actor: Actor, connection: Connection, now: string, edge: Edge): OpenTx {
  const recorded: EventRow[] = []
  const jobs: NewJob[] = []
  const looks: NewEvent[] = []
  const underWay: Promise<unknown>[] = []
  return {
    ...connection,
    app,
    actor,
    now,
    vault: app.vault(actor.tenantId),
    recorded,
    jobs,
    looks,
    underWay,
    record: (event) => {
      recorded.push(eventRow(event, now, { waits: app.subscriptions.has(event.name) }))
    },
    enqueue: (job) => {
      jobs.push({ ...job, payload: { tenantId: actor.tenantId, ...job.payload } })
    },
    later: (write) => {
      write.catch(() => undefined)
      underWay.push(write)
    },
    look: (event) => {
      looks.push(event)
    },
    setSession: edge.setSession,
    header: edge.header,
  }
}

/** Sends everything before it returns: the commit follows on its heels. */
function flush(tx: OpenTx, once: Once | null, text: string): Promise<unknown> {
  const { actor, client, db } = tx
  const rows = [...tx.recorded, ...tx.looks.map((look) => eventRow(look, tx.now, { look: true }))]
  const statements = [
    ...(rows.length > 0
      ? [
          eventsStatement(
            db,
            actor.tenantId,
            rows.map((row) => ({ actor, row })),
          ),
        ]
      : []),
    ...(tx.jobs.length > 0 ? [jobsStatement(db, withoutTwins(tx.jobs), tx.now)] : []),
    ...(once ? [answerStatement(db, actor, once, text, tx.now)] : []),
  ]
  return Promise.all([...tx.underWay, ...statements.map((statement) => sendNow(client, statement))])
}

/** "Look whether there is something to send", asked for by fifty notices, is one job. */
function withoutTwins(jobs: readonly NewJob[]): NewJob[] {
  return [...new Map(jobs.map((job) => [JSON.stringify(job), job])).values()]
}

/** A repetition often meets a refusal first ("already approved"): then the first answer counts. */
async function earlierAnswer(tx: Tx, once: Once | null, refusal: Decision<never>): Promise<Decision<string>> {
  if (!once) return refusal
  const earlier = await findAnswer(tx.db, tx.actor, once.key)
  if (!earlier) return refusal
  return earlier.bodyHash.equals(once.bodyHash) ? ok(earlier.answer) : refuse('request.key_reused')
}

async function repeated(app: App, actor: Actor, once: Once): Promise<Decision<string>> {
  return app.pool.withTenant(actor.tenantId, async ({ db }) => {
    const earlier = await findAnswer(db, actor, once.key)
    if (!earlier) throw new Error('an idempotency key vanished between two statements')
    return earlier.bodyHash.equals(once.bodyHash) ? ok(earlier.answer) : refuse('request.key_reused')
  })
}
