/**
 * What goes round every few seconds beside the jobs: sealing the audit log (ORG-08), keeping its heads outside the
 * database, sending webhooks (OPS-01). Every process that works may run it; each step sees to it that it happens once.
 */
import { keepHeads, sealAudit } from '../events/index.ts'
import { tenantNumbers, type App } from '../http/index.ts'
import { sendWebhooks } from './programs/send-webhooks.ts'

export type Rounds = {
  stop(): Promise<void>
  /** Does something while no round goes; the next one waits for it. */
  between<T>(work: () => Promise<T>): Promise<T>
}
/** A further step of the round, of a row above this one. */
export type RoundStep = { readonly task: string; readonly work: (app: App, tenantId: number) => Promise<unknown> }
type OnFault = (task: string, error: unknown) => void

const EVERY_MS = 3000

export function startRounds(app: App, onFault: OnFault, more: readonly RoundStep[] = [], everyMs = EVERY_MS): Rounds {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const after = <T>(work: () => Promise<T>): Promise<T> => {
    const done = running.then(work)
    running = done.catch(() => undefined)
    return done
  }
  const next = () => {
    void after(() => (stopped ? Promise.resolve() : goRound(app, onFault, more))).finally(() => {
      if (!stopped) timer = setTimeout(next, everyMs)
    })
  }
  next()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
    between: after,
  }
}

/** One round over all tenants. A fault of one step is reported and stops no other. */
export async function goRound(app: App, onFault: OnFault, more: readonly RoundStep[] = []): Promise<void> {
  const attempt = async (task: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      onFault(task, error)
    }
  }
  let tenantIds: number[] = []
  await attempt('tenants', async () => {
    tenantIds = await tenantNumbers(app)
  })
  for (const tenantId of tenantIds) {
    await attempt('audit.seal', () => sealAudit(app.pool, tenantId, () => app.clock.now()))
    await attempt('webhook.send', () => sendWebhooks(app, tenantId))
    for (const { task, work } of more) await attempt(task, () => work(app, tenantId))
  }
  await attempt('audit.keep_heads', () => keepHeads(app.pool, tenantIds, app.folder, app.clock.now()))
}
