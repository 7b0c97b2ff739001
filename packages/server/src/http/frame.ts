/**
 * The frame every write and every read runs in: begin → command → events, jobs and idempotency in one go → commit.
 * A refusal rolls back. The same key with the same body answers what was answered the first time.
 */
import { ok, refuse, type Actor, type Decision } from '@anpei/domain/kernel'
import { sendNow, transact, violatedConstraint, writeAsOne, type Connection } from '../db/index.ts'
import { eventRow, eventsWritings, type EventRow, type NewEvent } from '../events/index.ts'
import { jobsStatement, type NewJob } from '../jobs/index.ts'
import type { App } from './app.ts'
import { allEnded } from './all-ended.ts'
import { answersWriting, findAnswer, findAnswers, type KeptAnswer, type Once } from './store.ts'
import type { Tx } from './tx.ts'
import { wordsQuery, type LiveWord } from './words.ts'

type OpenTx = Tx & {
  recorded: EventRow[]
  jobs: NewJob[]
  words: LiveWord[]
  looks: NewEvent[]
  underWay: Promise<unknown>[]
}

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
      const decision = await work(tx)
      if (!decision.ok) {
        return { commit: false, value: { value: await earlierAnswer(tx, once, decision), waits: false } }
      }
      const text = answer(decision.value)
      return { commit: true, value: { value: ok(text), waits: anyWaits(tx) }, sending: flushOne(tx, once, text) }
    })
    if (waits) app.bell.ring(actor.tenantId)
    return value
  } catch (error) {
    if (once && violatedConstraint(error) === 'idempotency_pkey') return repeated(app, actor, once)
    throw error
  }
}

/** A call that shares its transaction with others. */
export type Shared = {
  readonly actor: Actor
  readonly once: Once
  readonly work: (tx: Tx) => Promise<Decision<unknown>>
  readonly answer: (value: unknown) => string
  readonly edge: Edge
}

/**
 * Several calls of one tenant in one transaction: round by round, those of a round side by side, so that what they ask
 * for travels together (`togetherInTurn`). All of them stand when it answers, or none.
 */
export async function writeTogether(
  app: App,
  tenantId: number,
  rounds: readonly (readonly Shared[])[],
): Promise<ReadonlyMap<Shared, Decision<string>>> {
  const { decided, waits } = await transact(app.pool, tenantId, async (connection) => {
    const now = app.clock.now()
    const asked = rounds.flat().map(({ actor, once }) => ({ actorId: actor.id, key: once.key }))
    const earlier = await findAnswers(connection.db, tenantId, asked)
    const decided = new Map<Shared, Decision<string>>()
    const leaving: Leaving[] = []
    const decide = async (call: Shared): Promise<Decision<string>> => {
      const { actor, once } = call
      const kept = earlier.get(`${actor.id} ${once.key}`)
      if (kept) return sameAnswer(kept, once)
      const tx = openTx(app, actor, connection, now, call.edge)
      const decision = await call.work(tx)
      if (!decision.ok) {
        // The others commit: what this one wrote would stay, though it was refused.
        if (tx.underWay.length > 0) throw new Error(`${once.route} refused after it had written`)
        return decision
      }
      const text = call.answer(decision.value)
      leaving.push({ tx, once, text })
      return ok(text)
    }
    for (const round of rounds) {
      await allEnded(round.map(async (call) => decided.set(call, await decide(call))))
    }
    const value = { decided, waits: leaving.some(({ tx }) => anyWaits(tx)) }
    return { commit: true, value, sending: flush(connection, tenantId, now, leaving) }
  })
  if (waits) app.bell.ring(tenantId)
  return decided
}

/** A job's or the system's own transaction; there is nobody to answer. */
export async function systemWrite<A>(app: App, actor: Actor, work: (tx: Tx) => Promise<A>): Promise<A> {
  const done = await transact(app.pool, actor.tenantId, async (connection) => {
    const tx = openTx(app, actor, connection, app.clock.now(), NO_EDGE)
    const value = await work(tx)
    return { commit: true, value: { value, waits: anyWaits(tx) }, sending: flushOne(tx, null, '') }
  })
  if (done.waits) app.bell.ring(actor.tenantId)
  return done.value
}

function anyWaits(tx: Tx): boolean {
  return tx.recorded.some((row) => row.waits)
}

function openTx(app: App, actor: Actor, connection: Connection, now: string, edge: Edge): OpenTx {
  const recorded: EventRow[] = []
  const jobs: NewJob[] = []
  const words: LiveWord[] = []
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
    words,
    looks,
    underWay,
    record: (event) => {
      recorded.push(eventRow(event, now, { waits: app.subscriptions.has(event.name) }))
    },
    enqueue: (job) => {
      jobs.push({ ...job, payload: { tenantId: actor.tenantId, ...job.payload } })
    },
    tell: (word) => {
      words.push(word)
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

type Leaving = { readonly tx: OpenTx; readonly once: Once | null; readonly text: string }

function flushOne(tx: OpenTx, once: Once | null, text: string): Promise<unknown> {
  return flush(tx, tx.actor.tenantId, tx.now, [{ tx, once, text }])
}

/** Sends everything before it returns: the commit follows on its heels. */
function flush(
  { client, db }: Connection,
  tenantId: number,
  now: string,
  leaving: readonly Leaving[],
): Promise<unknown> {
  const entries = leaving.flatMap(({ tx }) =>
    [...tx.recorded, ...tx.looks.map((look) => eventRow(look, now, { look: true }))].map((row) => ({
      actor: tx.actor,
      row,
    })),
  )
  const jobs = leaving.flatMap(({ tx }) => tx.jobs)
  const answers = leaving.flatMap(({ tx, once, text }) => (once ? [{ actor: tx.actor, once, text }] : []))
  const words = leaving.flatMap(({ tx }) => tx.words)
  // In one statement: each has a price of its own, whatever it writes.
  const writings = [
    ...eventsWritings(tenantId, entries),
    ...(answers.length > 0 ? [answersWriting(tenantId, answers, now)] : []),
    ...(words.length > 0 ? [wordsQuery(tenantId, words)] : []),
  ]
  return Promise.all([
    ...leaving.flatMap(({ tx }) => tx.underWay),
    writeAsOne(db, writings),
    ...(jobs.length > 0 ? [sendNow(client, jobsStatement(db, withoutTwins(jobs), now))] : []),
  ])
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
  return sameAnswer(earlier, once)
}

async function repeated(app: App, actor: Actor, once: Once): Promise<Decision<string>> {
  return app.pool.withTenant(actor.tenantId, async ({ db }) => {
    const earlier = await findAnswer(db, actor, once.key)
    if (!earlier) throw new Error('an idempotency key vanished between two statements')
    return sameAnswer(earlier, once)
  })
}

function sameAnswer(kept: KeptAnswer, once: Once): Decision<string> {
  return kept.bodyHash.equals(once.bodyHash) ? ok(kept.answer) : refuse('request.key_reused')
}
