/**
 * A bank that is none (CLM-12): a real HTTP server that speaks the protocol of bank-channel.ts, for tests and the demo.
 * It keeps what it was ordered in a file, so that it remembers across restarts; carries out each number once, whatever
 * arrives twice; and errs as often as it is told: late, rejected, silent, lost.
 */
import { once } from 'node:events'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { bankSignature } from './bank-channel.ts'

/** silent = carried out, not answered; lost = neither. */
export type Behaviour = 'settle' | 'late' | 'reject' | 'silent' | 'lost' | 'wrong_amount'
export type StandInRates = Readonly<Partial<Record<Exclude<Behaviour, 'settle'>, number>>>

const Order = z.object({ requestNo: z.string(), amountFen: z.int(), expiresAt: z.string() })
type Kept = z.output<typeof Order> & { behaviour: Behaviour; asked: number; reference: string }

export type StandInBank = {
  readonly address: string
  /** What the next orders meet, before the rates count again. */
  behaveNext(...next: readonly Behaviour[]): void
  /** How often an order with this number arrived, and whether it was carried out. */
  ordersOf(requestNo: string): { readonly arrived: number; readonly carriedOut: boolean }
  close(): Promise<void>
}

export type StandInOptions = {
  readonly key: string
  readonly now: () => string
  readonly rates?: StandInRates
  /** Where orders are kept; without it they are forgotten with the process. */
  readonly file?: string
}

/** After so many questions a late order is settled. */
const LATE_ASKS = 2

export async function openStandInBank(options: StandInOptions): Promise<StandInBank> {
  const kept = remembered(options.file)
  const arrived = new Map<string, number>()
  const next: Behaviour[] = []
  const server = createServer((request, response) => {
    void answerRequest(request, response).catch(() => response.destroy())
  })

  async function answerRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    const body = Buffer.concat(parts).toString('utf8')
    const { method = '', url = '' } = request
    const time = String(request.headers['anpei-time'] ?? '')
    if (request.headers['anpei-signature'] !== bankSignature(options.key, time, method, url, body)) {
      response.writeHead(401).end()
      return
    }
    if (method === 'POST' && url === '/transfers') return takeOrder(Order.parse(JSON.parse(body)), response)
    const requestNo = decodeURIComponent(url.replace('/transfers/', ''))
    const known = kept.get(requestNo)
    if (!known || known.behaviour === 'lost') {
      return say(response, requestNo, { status: 'not_found' })
    }
    known.asked += 1
    say(response, requestNo, statusOf(known))
  }

  function takeOrder(order: z.output<typeof Order>, response: ServerResponse): void {
    arrived.set(order.requestNo, (arrived.get(order.requestNo) ?? 0) + 1)
    const known = kept.get(order.requestNo)
    if (known) return say(response, order.requestNo, statusOf(known))
    if (order.expiresAt < options.now()) {
      return say(response, order.requestNo, { status: 'rejected', reason: '指令已过有效期' })
    }
    const behaviour = next.shift() ?? byRates(order.requestNo, options.rates ?? {})
    const made: Kept = { ...order, behaviour, asked: 0, reference: `BK${order.requestNo}` }
    kept.set(order.requestNo, made)
    if (options.file) appendFileSync(options.file, `${JSON.stringify(made)}\n`)
    if (behaviour === 'silent' || behaviour === 'lost') response.destroy()
    else say(response, order.requestNo, statusOf(made))
  }

  const say = (response: ServerResponse, requestNo: string, said: object): void => {
    sign(response, options, requestNo, said)
  }

  return {
    address: await listen(server),
    behaveNext: (...more) => {
      next.push(...more)
    },
    ordersOf: (requestNo) => {
      const known = kept.get(requestNo)
      const refused: readonly Behaviour[] = ['lost', 'reject']
      return {
        arrived: arrived.get(requestNo) ?? 0,
        carriedOut: known !== undefined && !refused.includes(known.behaviour),
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function sign(response: ServerResponse, options: StandInOptions, requestNo: string, said: object): void {
  const text = JSON.stringify({ requestNo, ...said })
  const time = options.now()
  response
    .writeHead(200, {
      'content-type': 'application/json',
      'bank-time': time,
      'bank-signature': bankSignature(options.key, time, 'ANSWER', requestNo, text),
    })
    .end(text)
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  return `http://127.0.0.1:${typeof bound === 'object' ? (bound?.port ?? 0) : 0}`
}

function statusOf(known: Kept): object {
  const { amountFen, reference } = known
  switch (known.behaviour) {
    case 'reject':
      return { status: 'rejected', reason: '户名与账号不符' }
    case 'late':
      return { status: known.asked < LATE_ASKS ? 'accepted' : 'settled', amountFen, reference }
    case 'wrong_amount':
      return { status: 'settled', amountFen: amountFen - 1, reference }
    case 'settle':
    case 'silent':
    case 'lost':
      return { status: 'settled', amountFen, reference }
  }
}

/** The same number always meets the same fate: shares of a hundred, drawn from the number itself. */
function byRates(requestNo: string, rates: StandInRates): Behaviour {
  let left = (createHash('sha256').update(requestNo).digest()[0] ?? 0) % 100
  for (const behaviour of ['late', 'reject', 'silent', 'lost', 'wrong_amount'] as const) {
    left -= rates[behaviour] ?? 0
    if (left < 0) return behaviour
  }
  return 'settle'
}

function remembered(file: string | undefined): Map<string, Kept> {
  const kept = new Map<string, Kept>()
  if (file === undefined || !existsSync(file)) return kept
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    // A line cut off by a crash was never answered: it is not known.
    if (!line.endsWith('}')) continue
    const one: Kept = JSON.parse(line)
    kept.set(one.requestNo, one)
  }
  return kept
}
