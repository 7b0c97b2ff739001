/**
 * Word to open browsers that something of theirs is new, so that a board changes without reloading (CLK-04): one
 * connection listens to the database for the whole process, each browser holds a stream of server-sent events. Only
 * names of topics travel; what is new is asked for through the API, with its gates.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import pg from 'pg'
import { LIVE_CHANNEL, type App, type LiveWord } from './http/index.ts'
import { chatTopic } from './service-desk/index.ts'

const BEAT_MS = 20_000
const AGAIN_MS = 2000

/** Two hundred messages a second are no two hundred words to each colleague: a topic is told again after this time. */
const QUIET_MS = 1000

type Listener = {
  readonly tenantId: number
  readonly userId: string
  readonly reply: FastifyReply
  /** Topics told lately, and whether there was more since. */
  readonly told: Map<string, boolean>
}
/** The elder's page of a video room (SRV-09): hears that something waits, and asks for it with its own key. */
type Guest = { readonly topic: string; readonly reply: FastifyReply }
const MOST_GUESTS = 500
/** A customer in a chat hears of this chat only; by tenant and topic. */
type Chats = Map<string, Set<FastifyReply>>
/** A browser that says nothing of itself holds no more than its share of connections. */
const MOST_CHATS = 5000
export type Live = { stop(): Promise<void> }

/** Serves `/api/live`; `url` is the database the words come from. */
export async function serveLive(server: FastifyInstance, app: App, url: string): Promise<Live> {
  const listeners = new Set<Listener>()
  const guests = new Set<Guest>()
  const chats: Chats = new Map()
  let chatCount = 0
  const ear = listenTo(url, (word) => {
    for (const reply of chats.get(nameOf(word)) ?? []) reply.raw.write('event: chat\ndata: {}\n\n')
    for (const listener of listeners)
      if (word.tenantId === listener.tenantId && (word.userIds === null || word.userIds.includes(listener.userId)))
        tell(listener, word.topic)
    for (const { topic, reply } of guests) if (word.topic === topic) reply.raw.write('event: video\ndata: {}\n\n')
  })
  const beat = setInterval(() => {
    for (const reply of everyStream(listeners, chats)) reply.raw.write(': still here\n\n')
  }, BEAT_MS)
  server.get('/api/live', async (request, reply) => {
    const actor = await app.authenticate(app, {
      sessionToken: request.cookies['anpei_session'],
      apiKey: undefined,
      source: request.ip,
    })
    if (actor.kind !== 'staff') return reply.code(401).send()
    begin(reply)
    const listener = { tenantId: actor.tenantId, userId: actor.id, reply, told: new Map<string, boolean>() }
    listeners.add(listener)
    request.raw.once('close', () => listeners.delete(listener))
    return reply
  })
  server.get('/api/portal/chats/live', async (request, reply) => {
    const chat = keyOf(request.query)
    if (chat === null) return reply.code(400).send()
    if (chatCount >= MOST_CHATS) return reply.code(503).send()
    const { tenantId } = await app.authenticate(app, { sessionToken: undefined, apiKey: undefined, source: request.ip })
    begin(reply)
    const name = nameOf({ tenantId, topic: chatTopic(app.vault(tenantId), chat) })
    const same = chats.get(name) ?? new Set()
    chats.set(name, same.add(reply))
    chatCount++
    request.raw.once('close', () => {
      chatCount--
      same.delete(reply)
      if (same.size === 0) chats.delete(name)
    })
    return reply
  })
  server.get<{ Params: { roomId: string } }>('/api/portal/video/live/:roomId', async (request, reply) => {
    if (guests.size >= MOST_GUESTS) return reply.code(503).send()
    begin(reply)
    const guest = { topic: `video:${request.params.roomId}`, reply }
    guests.add(guest)
    request.raw.once('close', () => guests.delete(guest))
    return reply
  })
  // A stream never ends by itself: closing the server would wait for it.
  server.addHook('preClose', async () => {
    for (const reply of everyStream(listeners, chats)) reply.raw.end()
  })
  return {
    async stop() {
      clearInterval(beat)
      await ear.stop()
    },
  }
}

function nameOf({ tenantId, topic }: Pick<LiveWord, 'tenantId' | 'topic'>): string {
  return `${tenantId} ${topic}`
}

function everyStream(listeners: ReadonlySet<Listener>, chats: Chats): FastifyReply[] {
  return [...[...listeners].map(({ reply }) => reply), ...[...chats.values()].flatMap((same) => [...same])]
}

/** The first word goes out at once; what follows in the same second is one word at its end. */
function tell(listener: Listener, topic: string): void {
  if (listener.told.has(topic)) {
    listener.told.set(topic, true)
    return
  }
  listener.reply.raw.write(`event: ${topic}\ndata: {}\n\n`)
  listener.told.set(topic, false)
  setTimeout(() => {
    const isMore = listener.told.get(topic) ?? false
    listener.told.delete(topic)
    if (isMore && !listener.reply.raw.destroyed) tell(listener, topic)
  }, QUIET_MS).unref()
}

function begin(reply: FastifyReply): void {
  reply.hijack()
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    // The connection ends with the stream: a server that closes waits for none.
    connection: 'close',
  })
  reply.raw.write('retry: 5000\n\n')
}

function keyOf(query: unknown): string | null {
  const chat = typeof query === 'object' && query !== null && 'chat' in query ? query.chat : null
  return typeof chat === 'string' && /^[A-Za-z0-9_-]{36,43}$/.test(chat) ? chat : null
}

/** Listens until stopped; a lost connection is made again. Words said meanwhile are lost: browsers ask now and then. */
function listenTo(url: string, hear: (word: LiveWord) => void): Live {
  let client: pg.Client | undefined
  const ending = new AbortController()
  const connect = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const next = new pg.Client({ connectionString: url })
      const lost = new Promise<void>((resolve) => {
        next.once('end', resolve)
        next.on('error', () => {
          resolve()
        })
      })
      try {
        await next.connect()
        client = next
        next.on('notification', ({ payload }) => {
          const word: LiveWord = JSON.parse(payload ?? '{}')
          hear(word)
        })
        await next.query(`listen ${LIVE_CHANNEL}`)
        await lost
      } catch {
        await next.end().catch(() => undefined)
      }
      if (!ending.signal.aborted) await pause(AGAIN_MS)
    }
  }
  const running = connect()
  return {
    async stop() {
      ending.abort()
      await client?.end().catch(() => undefined)
      await Promise.race([running, pause(AGAIN_MS)])
    },
  }
}
