/**
 * SRV-01, SRV-02: requests arriving by webhook at a steady pace, whatever the server does, while two thousand customers
 * chat over live connections and fifty agents open and answer. Every twentieth message is sent five times at once, as a
 * partner does that got no answer; of every fiftieth an agent asks at once for the request and finds the words there.
 * Afterwards the store is counted: none lost, none twice, each conversation in its order; and every chat that was
 * answered has been told so and shows the answer.
 */
import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { startServer } from './children.ts'
import { chat, closeChats, openChats, openStream, type Chats } from './desk-chats.ts'
import { countMessages, type Counted } from './desk-count.ts'
import type { Ground } from './ground.ts'
import { spread } from './load.ts'
import { processorTime } from './processor.ts'
import { signIn, type Session } from './session.ts'
import { atMost, row, whole, type Row } from './table.ts'
import { openLine, type Line, type Reply } from './wire.ts'

export type DeskLoad = {
  readonly seconds: number
  /** Messages by webhook. */
  readonly perSecond: number
  /** Whose messages they are. */
  readonly writers: number
  /** Each says something once a minute. */
  readonly chats: number
  readonly agents: number
  /** A folder for a profile of the server. */
  readonly profile?: string
}
export const FULL_DESK = { perSecond: 200, writers: 2000, chats: 2000, agents: 50 }

/** A human reads: each agent does something every other second. */
const AGENT_PAUSE_MS = 2000
const LINES = 64
const REPEATED = 20
const TIMES = 5
/** Not one of those sent often. */
const LOOKED_AT = { every: 50, at: 7 }
const MOST_MS = 200
const PATIENCE_MS = 15_000
const LOGINS = ['service1', 'deskhead']

export async function benchDesk(ground: Ground, load: DeskLoad, log: (line: string) => void): Promise<Row[]> {
  const server = await startServer(ground, load.profile === undefined ? {} : { profile: load.profile })
  const { port } = server
  try {
    const run = `bench-${Date.now()}`
    const line = await openLine(port)
    const key = await keyFor(line, run)
    const agents = await agentsOf(line, port, load.agents)
    const reader = await signIn(line, 'deskhead')
    const chats = await openChats(port, load.chats)
    log(`  ${whole(load.chats)} chats and ${agents.length} agents hold live connections, ${server.residentMb()} MB`)
    let isOver = false
    const working = agents.map((agent) => beBusy(agent, () => isOver))
    const before = processorTime(server.pid, ground.folder)
    const [sent] = await Promise.all([
      pour({ port, run, key, writers: load.writers, reader }, load),
      chat(port, run, chats, load.chats / 60, load.seconds),
    ])
    const after = processorTime(server.pid, ground.folder)
    isOver = true
    const answered = (await Promise.all(working)).flat()
    const deaf = await unheard(chats, answered)
    for (const agent of agents) agent.end()
    line.end()
    await closeChats(chats)
    log(`  ${whole(sent.count + chats.sent)} messages in ${sent.seconds.toFixed(1)} s, ${answered.length} answers`)
    if (before && after) {
      const each = (of: 'serverMs' | 'databaseMs') => ((after[of] - before[of]) / (sent.count + chats.sent)).toFixed(1)
      log(`  processor time a message, agents included: server ${each('serverMs')}, database ${each('databaseMs')} ms`)
    }
    return tableOf(load, sent, chats, { ...(await countMessages(ground, run)), deaf })
  } finally {
    await server.stop()
  }
}

type Found = Counted & { readonly deaf: number }

function tableOf(load: DeskLoad, sent: Sent, chats: Chats, found: Found): Row[] {
  const { perSecond, seconds, agents } = load
  const what = `${perSecond} messages/s for ${seconds} s, ${agents} agents, ${whole(load.chats)} open chats`
  return [
    atMost('desk', `${what}: a message is taken, 95 of 100`, spread(sent.times).p95, MOST_MS, 'ms'),
    atMost('desk', `${what}: an agent has it on the screen, 95 of 100`, spread(sent.shown).p95, MOST_MS, 'ms'),
    atMost('desk', `${what}: a word in a chat is taken, 95 of 100`, spread(chats.times).p95, MOST_MS, 'ms'),
    none(`${what}: lost`, sent.count + chats.sent - found.kept),
    none(`${what}: twice`, found.twice),
    none(`${what}: out of order`, found.disordered),
    none(`${what}: refused or failed`, sent.failed + chats.failed),
    none(`${what}: chats that did not hear their answer`, found.deaf),
  ]
}

/** An answer leaves by a job; whoever has not heard of it some seconds later will not. */
async function unheard({ customers, readings }: Chats, answered: readonly string[]): Promise<number> {
  const chatted = new Map<string, number>()
  for (const name of answered) chatted.set(name, (chatted.get(name) ?? 0) + 1)
  const missing = () => customers.filter(({ no, answers }) => answers < (chatted.get(`客户${no}`) ?? 0)).length
  for (const until = performance.now() + PATIENCE_MS; missing() > 0 && performance.now() < until; ) {
    await pause(100)
    await Promise.all(readings)
  }
  return missing()
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

type Writing = {
  readonly port: number
  readonly run: string
  readonly key: string
  readonly writers: number
  readonly reader: Session
}
type Sent = {
  readonly count: number
  readonly failed: number
  readonly times: readonly number[]
  /** Of some: until an agent who asked saw it. */
  readonly shown: readonly number[]
  readonly seconds: number
}

/** Each message has its moment; one that waits for a free line has waited since then. */
async function pour(writing: Writing, { seconds, perSecond }: DeskLoad): Promise<Sent> {
  const lines = await Promise.all(Array.from({ length: LINES }, () => openLine(writing.port)))
  const count = seconds * perSecond
  const times: number[] = []
  const shown: number[] = []
  const looks: Promise<void>[] = []
  let failed = 0
  let next = 0
  const from = performance.now()
  await Promise.all(
    lines.map(async (line) => {
      for (let no = next++; no < count; no = next++) {
        const due = from + (no * 1000) / perSecond
        const early = due - performance.now()
        if (early > 0) await pause(early)
        if (no % REPEATED === 0) failed += await sendOften(writing, no)
        else {
          const reply = await sendOne(line, writing, no, 0)
          if (reply.status !== 200) failed++
          else if (no % LOOKED_AT.every === LOOKED_AT.at)
            looks.push(look(writing, reply, no).then(() => void shown.push(performance.now() - due)))
        }
        times.push(performance.now() - due)
      }
    }),
  )
  await Promise.all(looks)
  for (const line of lines) line.end()
  return { count, failed, times, shown, seconds: (performance.now() - from) / 1000 }
}

async function sendOften(writing: Writing, no: number): Promise<number> {
  const statuses = await Promise.all(
    Array.from({ length: TIMES }, async (_, time) => {
      const own = await openLine(writing.port)
      const { status } = await sendOne(own, writing, no, time)
      own.end()
      return status
    }),
  )
  return statuses.filter((status) => status !== 200).length
}

async function sendOne(line: Line, { run, key, writers }: Writing, no: number, time: number): Promise<Reply> {
  const customer = no % writers
  const body = {
    messageId: `${run}-${no}`,
    conversationKey: `${run}-${customer}`,
    channel: 'app',
    from: { name: `客户${customer}` },
    text: `${run} ${no} 我想问一下住院津贴怎么领`,
  }
  const idempotency = `idempotency-key: ${run}-${no}-${time}\r\n`
  const headers = `authorization: Bearer ${key}\r\ncontent-type: application/json\r\n${idempotency}`
  return line.send({ method: 'POST', path: '/api/desk/inbound', body: JSON.stringify(body), headers })
}

/** An agent asks for the request and finds the message there. */
async function look({ port, run, reader }: Writing, { body }: Reply, no: number): Promise<void> {
  const { requestId }: { requestId: string } = JSON.parse(body)
  const line = await openLine(port)
  const shown = await reader.get(line, `/api/desk/requests/${requestId}`)
  line.end()
  if (!shown.body.includes(`${run} ${no} `)) throw new Error(`message ${no} was answered and is not shown`)
}

type Agent = { readonly line: Line; readonly session: Session; end(): void }

/** Fifty at work, who sign in as the few people the demo has. */
async function agentsOf(line: Line, port: number, count: number): Promise<Agent[]> {
  const sessions: Session[] = []
  for (const login of LOGINS) sessions.push(await signIn(line, login))
  return Promise.all(
    Array.from({ length: count }, async (_, no) => {
      const session = sessions[no % sessions.length]
      if (!session) throw new Error('nobody is at work')
      const own = await openLine(port)
      const stream = await openStream(port, '/api/live', '127.0.0.1', session.cookie)
      return { line: own, session, end: () => [own.end(), stream.destroy()] }
    }),
  )
}

/** Looks into the queue, opens a request, takes it, answers it; answers who was chatted with, by name. */
async function beBusy({ line, session }: Agent, isOver: () => boolean): Promise<string[]> {
  const answered: string[] = []
  await pause(randomInt(AGENT_PAUSE_MS))
  while (!isOver()) {
    const queue: { items: { id: string; name: string; channel: string }[] } = JSON.parse(
      (await session.get(line, `/api/desk/requests?queue=unassigned&channel=${someChannel()}&limit=20`)).body,
    )
    const one = queue.items[randomInt(Math.max(1, queue.items.length))]
    if (one) {
      const path = `/api/desk/requests/${one.id}`
      await session.get(line, path)
      await pause(AGENT_PAUSE_MS)
      if (await isDone(session.post(line, `${path}/take`, {}))) {
        const answer = { channel: one.channel, text: '您好，凭出院小结和发票到柜面办理。' }
        const done = await isDone(session.postParts(line, `${path}/answers`, answer, []))
        if (done && one.channel === 'chat') answered.push(one.name)
      }
    }
    await pause(AGENT_PAUSE_MS)
  }
  return answered
}

/** Half of them see to the chats. */
function someChannel(): 'app' | 'chat' {
  return randomInt(2) === 0 ? 'app' : 'chat'
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
