/**
 * SRV-01, SRV-02: requests arriving by webhook at a steady pace, whatever the server does, while fifty agents open and
 * answer them. Every twentieth message is sent five times at once, as a partner does that got no answer. Afterwards the
 * store is counted: none lost, none twice, each conversation in its order.
 */
import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { startServer } from './children.ts'
import { TENANT, type Ground } from './ground.ts'
import { spread } from './load.ts'
import { processorTime } from './processor.ts'
import { signIn, type Session } from './session.ts'
import { atMost, row, whole, type Row } from './table.ts'
import { openLine, type Line } from './wire.ts'

const PER_SECOND = 200
const CUSTOMERS = 2000
const AGENTS = 50
/** A human reads: each agent does something every other second. */
const AGENT_PAUSE_MS = 2000
const LINES = 64
const REPEATED = 20
const TIMES = 5
const MOST_MS = 200
const LOGINS = ['service1', 'deskhead']

export async function benchDesk(ground: Ground, seconds: number, log: (line: string) => void): Promise<Row[]> {
  const server = await startServer(ground)
  try {
    const run = `bench-${Date.now()}`
    const line = await openLine(server.port)
    const key = await keyFor(line, run)
    const agents = await agentsOf(line, server.port)
    let isOver = false
    const working = agents.map((agent) => beBusy(agent, () => isOver))
    const before = processorTime(server.pid, ground.folder)
    const sent = await pour(server.port, run, key, seconds)
    const after = processorTime(server.pid, ground.folder)
    isOver = true
    const answers = (await Promise.all(working)).reduce((sum, one) => sum + one, 0)
    for (const agent of agents) agent.line.end()
    line.end()
    const found = await count(ground, run)
    log(`  ${whole(sent.count)} messages in ${sent.seconds.toFixed(1)} s, ${whole(answers)} answers meanwhile`)
    if (before && after) {
      const each = (of: 'serverMs' | 'databaseMs') => ((after[of] - before[of]) / sent.count).toFixed(1)
      log(`  processor time a message, agents included: server ${each('serverMs')}, database ${each('databaseMs')} ms`)
    }
    const what = `${PER_SECOND} messages/s for ${seconds} s, ${AGENTS} agents`
    return [
      atMost('desk', `${what}: a message is taken, 95 of 100`, spread(sent.times).p95, MOST_MS, 'ms'),
      none(`${what}: lost`, sent.count - found.kept),
      none(`${what}: twice`, found.twice),
      none(`${what}: out of order`, found.disordered),
      none(`${what}: refused or failed`, sent.failed),
    ]
  } finally {
    await server.stop()
  }
}

function none(what: string, measured: number): Row {
  return row('desk', what, whole(measured), '', '', 'none', measured === 0)
}

async function keyFor(line: Line, run: string): Promise<string> {
  const admin = await signIn(line, 'admin')
  const body = { name: run, permissions: ['desk.inbound'], expiresAt: null, perMinute: 60_000 }
  const made: { key: string } = JSON.parse((await admin.post(line, '/api/api-keys', body)).body)
  return made.key
}

type Sent = {
  readonly count: number
  readonly failed: number
  readonly times: readonly number[]
  readonly seconds: number
}

/** Each message has its moment; one that waits for a free line has waited since then. */
async function pour(port: number, run: string, key: string, seconds: number): Promise<Sent> {
  const lines = await Promise.all(Array.from({ length: LINES }, () => openLine(port)))
  const count = seconds * PER_SECOND
  const times: number[] = []
  let failed = 0
  let next = 0
  const from = performance.now()
  await Promise.all(
    lines.map(async (line) => {
      for (let no = next++; no < count; no = next++) {
        const due = from + (no * 1000) / PER_SECOND
        const early = due - performance.now()
        if (early > 0) await pause(early)
        if (no % REPEATED === 0) failed += await sendOften(port, run, key, no)
        else if ((await sendOne(line, run, key, no, 0)) !== 200) failed++
        times.push(performance.now() - due)
      }
    }),
  )
  for (const line of lines) line.end()
  return { count, failed, times, seconds: (performance.now() - from) / 1000 }
}

async function sendOften(port: number, run: string, key: string, no: number): Promise<number> {
  const statuses = await Promise.all(
    Array.from({ length: TIMES }, async (_, time) => {
      const own = await openLine(port)
      const status = await sendOne(own, run, key, no, time)
      own.end()
      return status
    }),
  )
  return statuses.filter((status) => status !== 200).length
}

async function sendOne(line: Line, run: string, key: string, no: number, time: number): Promise<number> {
  const customer = no % CUSTOMERS
  const body = {
    messageId: `${run}-${no}`,
    conversationKey: `${run}-${customer}`,
    channel: 'app',
    from: { name: `客户${customer}` },
    text: `${run} ${no} 我想问一下住院津贴怎么领`,
  }
  const idempotency = `idempotency-key: ${run}-${no}-${time}\r\n`
  const headers = `authorization: Bearer ${key}\r\ncontent-type: application/json\r\n${idempotency}`
  const reply = await line.send({ method: 'POST', path: '/api/desk/inbound', body: JSON.stringify(body), headers })
  return reply.status
}

type Agent = { readonly line: Line; readonly session: Session }

/** Fifty at work, who sign in as the few people the demo has. */
async function agentsOf(line: Line, port: number): Promise<Agent[]> {
  const sessions: Session[] = []
  for (const login of LOGINS) sessions.push(await signIn(line, login))
  return Promise.all(
    Array.from({ length: AGENTS }, async (_, no) => {
      const session = sessions[no % sessions.length]
      if (!session) throw new Error('nobody is at work')
      return { line: await openLine(port), session }
    }),
  )
}

/** Looks into the queue, opens a request, takes it, answers it; what a colleague was faster with is left. */
async function beBusy({ line, session }: Agent, isOver: () => boolean): Promise<number> {
  let answered = 0
  await pause(randomInt(AGENT_PAUSE_MS))
  while (!isOver()) {
    const queue: { items: { id: string }[] } = JSON.parse(
      (await session.get(line, '/api/desk/requests?queue=unassigned&channel=app&limit=20')).body,
    )
    const one = queue.items[randomInt(Math.max(1, queue.items.length))]
    if (one) {
      const path = `/api/desk/requests/${one.id}`
      await session.get(line, path)
      await pause(AGENT_PAUSE_MS)
      if (await isDone(session.post(line, `${path}/take`, {}))) {
        const answer = { channel: 'app', text: '您好，凭出院小结和发票到柜面办理。' }
        if (await isDone(session.postParts(line, `${path}/answers`, answer, []))) answered++
      }
    }
    await pause(AGENT_PAUSE_MS)
  }
  return answered
}

async function isDone(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (fault) {
    if (fault instanceof Error && / 409 /.test(fault.message)) return false
    throw fault
  }
}

/** What the store holds of this run; the words are opened, for they say which message it was. */
async function count(ground: Ground, run: string): Promise<{ kept: number; twice: number; disordered: number }> {
  const rows = await ground.asAdmin((ask) =>
    ask<{ request: string; salt: Buffer; sealed: Buffer }>(
      `select m.request_id as request, r.salt, m.sealed from desk_message m
       join desk_request r on r.tenant_id = m.tenant_id and r.id = m.request_id
       where m.tenant_id = $1 and m.direction = 'in' and m.channel = 'app' order by r.recorded_at, m.request_id, m.no`,
      [TENANT],
    ),
  )
  const seen = new Set<number>()
  let twice = 0
  let disordered = 0
  const last = new Map<string, number>()
  for (const { request, salt, sealed } of rows) {
    const told: { text: string } = JSON.parse(ground.vault.openText(salt, sealed))
    const [of, no = ''] = told.text.split(' ')
    if (of !== run) continue
    const number = Number(no)
    if (seen.has(number)) twice++
    seen.add(number)
    if (number < (last.get(request) ?? -1)) disordered++
    last.set(request, number)
  }
  return { kept: seen.size, twice, disordered }
}
