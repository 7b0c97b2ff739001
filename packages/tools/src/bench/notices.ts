/**
 * Notices: 50,000 an hour through one worker, over a gateway that counts by our number and sends its receipts back
 * over HTTP, signed. Every notice has reached, none was sent twice.
 */
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { refusalText } from '@anpei/contract/api'
import { systemActor } from '@anpei/domain/kernel'
import { bindRoutes, openServer, systemWrite, type App } from '@anpei/server/http'
import { startWorker } from '@anpei/server/jobs'
import { newId } from '@anpei/server/kernel'
import {
  notificationJobs,
  notificationRoutes,
  notify,
  saveChannelSetting,
  workNotices,
} from '@anpei/server/notifications'
import { openBenchApp } from './bench-app.ts'
import { TENANT, type Ground } from './ground.ts'
import { row, whole, type Row } from './table.ts'

const NOTICES = 5000
const PER_TRANSACTION = 250
const LEAST_AN_HOUR = 50_000
const PATIENCE_MS = 600_000
const KEY = 'bench'

export async function benchNotices(ground: Ground, log: (line: string) => void): Promise<Row[]> {
  const app = openBenchApp(ground)
  const seen = new Map<string, number>()
  const waiting: string[] = []
  const gateway = await openGateway(seen, waiting)
  const receipts = await openReceipts(app, waiting)
  try {
    await useGateway(app, gateway)
    await putIn(app)
    log(`  ${whole(NOTICES)} notices wait`)
    const from = performance.now()
    const worker = await startWorker({
      ownerUrl: ground.ownerUrl,
      handlers: new Map(notificationJobs(app, async () => new Map())),
      concurrency: 1,
      onFault: (task, fault) => log(`  ${task}: ${String(fault)}`),
    })
    const reached = await untilReached(ground, app, receipts.send)
    const hours = (performance.now() - from) / 3_600_000
    await worker.stop()
    const twice = [...seen.values()].filter((count) => count > 1).length
    const anHour = reached / hours
    const met = anHour >= LEAST_AN_HOUR && twice === 0 && reached === NOTICES && seen.size === NOTICES
    const what = `${whole(NOTICES)} notices, one worker, HTTP gateway with signed receipts, ${twice} sent twice`
    return [row('notices', what, `${whole(anHour)}/h`, '', '', `≥ ${whole(LEAST_AN_HOUR)}/h, none twice`, met)]
  } finally {
    gateway.close()
    await receipts.close()
    await takeAway(ground)
    await app.pool.close()
  }
}

/** A provider: takes a message, counts it by our number, and will tell that it was delivered. */
async function openGateway(seen: Map<string, number>, waiting: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const { number }: { number: string } = JSON.parse(text)
      seen.set(number, (seen.get(number) ?? 0) + 1)
      waiting.push(number)
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ providerNo: `B-${number}` }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

async function openReceipts(app: App, waiting: string[]) {
  const onFault = (_reference: string, fault: unknown) => console.error(fault)
  const server = await openServer({ refusalTexts: refusalText, onFault })
  bindRoutes(
    server,
    app,
    notificationRoutes(
      async () => new Map(),
      async () => undefined,
    ),
    onFault,
  )
  const send = async (): Promise<void> => {
    const timestamp = app.clock.now()
    const given = waiting.splice(0, 500).map((number) => ({ number, status: 'delivered', at: timestamp }))
    if (given.length === 0) return
    const lines = given.map((one) => `${one.number}|${one.status}|${one.at}\n`).join('')
    const signature = createHmac('sha256', KEY).update(`${timestamp}\n${lines}`).digest('hex')
    const answer = await server.inject({
      method: 'POST',
      url: `/api/gateways/${TENANT}/sms/receipts`,
      payload: { timestamp, receipts: given, signature },
    })
    if (answer.statusCode !== 200) throw new Error(`receipts: ${answer.body}`)
  }
  return { send, close: () => server.close() }
}

async function useGateway(app: App, gateway: Server): Promise<void> {
  const address = gateway.address()
  if (typeof address !== 'object' || address === null) throw new Error('the gateway does not listen')
  await systemWrite(app, systemActor(TENANT, 'bench'), (tx) =>
    saveChannelSetting(tx.db, TENANT, tx.vault, {
      channel: 'sms',
      gateway: 'sms_http',
      settings: { url: `http://127.0.0.1:${address.port}/` },
      secrets: { key: KEY, receiptKey: KEY },
      changedBy: newId(),
      changedAt: tx.now,
    }),
  )
}

async function putIn(app: App): Promise<void> {
  for (let at = 0; at < NOTICES; at += PER_TRANSACTION) {
    await systemWrite(app, systemActor(TENANT, 'bench'), async (tx) => {
      for (let i = at; i < Math.min(at + PER_TRANSACTION, NOTICES); i++) {
        await notify(tx, {
          personId: null,
          occasion: `bench:${i}`,
          template: 'report_received',
          facts: { reportNo: `B${i}` },
          subject: { kind: 'bench', id: newId() },
          otherPhone: `139${String(i).padStart(8, '0')}`,
          otherName: '陈小明',
        })
      }
    })
  }
}

async function untilReached(ground: Ground, app: App, sendReceipts: () => Promise<void>): Promise<number> {
  const end = performance.now() + PATIENCE_MS
  for (;;) {
    await sendReceipts()
    await workNotices(app, TENANT)
    const [counted] = await ground.asAdmin((ask) =>
      ask<{ n: number }>("select count(*)::int as n from notice where subject_kind = 'bench' and state = 'reached'"),
    )
    const reached = counted?.n ?? 0
    if (reached === NOTICES || performance.now() > end) return reached
    await pause(50)
  }
}

async function takeAway(ground: Ground): Promise<void> {
  const text = readFileSync(new URL('notices-away.sql', import.meta.url), 'utf8')
  await ground.asAdmin((ask) => ask(text))
}
