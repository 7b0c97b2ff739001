/**
 * OPS-01, SRV-02: calls of which hundreds come in a second share transactions. A commit, a statement and a turn on
 * the wire have each a price of their own, whatever they carry. A call that comes alone does not wait; one that comes
 * within a breath of others goes with the next transaction. Nothing is answered before it stands: all of a batch or
 * none. Where a batch fails, each of its calls is tried by itself, so that one that cannot be done spoils nobody
 * else's.
 */
import type { Decision } from '@anpei/domain/kernel'
import { setTimeout as pause } from 'node:timers/promises'
import type { App } from './app.ts'
import { write, writeTogether, type Shared } from './frame.ts'

/** One transaction of a tenant begins no sooner after the one before. */
const BREATH_MS = 40
const MOST_AT_ONCE = 50

/** `line`: calls of one line keep their order. */
export type BatchedCall = Shared & { readonly line: string }
type Waiting = {
  readonly call: BatchedCall
  readonly give: (decision: Decision<string>) => void
  readonly fail: (error: unknown) => void
}
type Queue = { readonly waiting: Waiting[]; running: boolean }

export type Batches = { take(call: BatchedCall): Promise<Decision<string>> }

/** `onFault` hears of a batch that failed although each of its calls went through by itself: nobody else would. */
export function openBatches(app: App, onFault: (error: unknown) => void): Batches {
  const queues = new Map<number, Queue>()
  return {
    take: (call) =>
      new Promise((give, fail) => {
        const { tenantId } = call.actor
        const queue = queues.get(tenantId) ?? { waiting: [], running: false }
        queues.set(tenantId, queue)
        queue.waiting.push({ call, give, fail })
        if (!queue.running) void workOff(app, tenantId, queue, onFault)
      }),
  }
}

async function workOff(app: App, tenantId: number, queue: Queue, onFault: (error: unknown) => void): Promise<void> {
  queue.running = true
  // What else has arrived with the first goes along.
  await pause(0)
  while (queue.waiting.length > 0) {
    const breath = pause(BREATH_MS)
    const { failed, alone } = await doTogether(app, tenantId, nextOf(queue))
    if (failed !== null && alone === 0) onFault(failed)
    await breath
  }
  queue.running = false
}

/** The oldest; of two with one key the second waits for the answer of the first, and whatever stands behind it. */
function nextOf({ waiting }: Queue): Waiting[] {
  const keys = new Set<string>()
  const held = new Set<string>()
  const taken: Waiting[] = []
  const left: Waiting[] = []
  for (const one of waiting) {
    const { actor, once, line } = one.call
    const key = `${actor.id} ${once.key}`
    if (taken.length < MOST_AT_ONCE && !keys.has(key) && !held.has(line)) taken.push(one)
    else left.push(one)
    if (keys.has(key)) held.add(line)
    keys.add(key)
  }
  waiting.splice(0, waiting.length, ...left)
  return taken
}

/** Why the batch failed, if it did, and how many of its calls failed by themselves too: those are told by their own. */
async function doTogether(
  app: App,
  tenantId: number,
  some: readonly Waiting[],
): Promise<{ failed: unknown; alone: number }> {
  const calls = some.map(({ call }) => call)
  const done = await writeTogether(app, tenantId, roundsOf(calls)).then(
    (decided) => ({ decided, failed: null }),
    (failed: unknown) => ({ decided: null, failed }),
  )
  let alone = 0
  for (const { call, give, fail } of some) {
    const decision = done.decided?.get(call)
    if (decision) give(decision)
    else {
      await write(app, call.actor, call.once, call.work, call.answer, call.edge).then(give, (error: unknown) => {
        alone += 1
        fail(error)
      })
    }
  }
  return { failed: done.failed, alone }
}

/** Of each line one call a round, in their order. */
function roundsOf(calls: readonly BatchedCall[]): BatchedCall[][] {
  const lines = [...Map.groupBy(calls, ({ line }) => line).values()]
  const longest = Math.max(...lines.map((line) => line.length))
  return Array.from({ length: longest }, (_, at) => lines.flatMap((line) => line[at] ?? []))
}
