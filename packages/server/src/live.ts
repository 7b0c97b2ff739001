/**
 * Word to open browsers that something of theirs is new, so that a board changes without reloading (CLK-04): one
 * connection listens to the database for the whole process, each browser holds a stream of server-sent events. Only
 * names of topics travel; what is new is asked for through the API, with its gates.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import pg from 'pg'
import { LIVE_CHANNEL, type App, type LiveWord } from './http/index.ts'

const BEAT_MS = 20_000
const AGAIN_MS = 2000

type Listener = { readonly tenantId: number; readonly userId: string; readonly reply: FastifyReply }
export type Live = { stop(): Promise<void> }

/** Serves `/api/live`; `url` is the database the words come from. */
export async function serveLive(server: FastifyInstance, app: App, url: string): Promise<Live> {
  const listeners = new Set<Listener>()
  const ear = listenTo(url, (word) => {
    for (const { tenantId, userId, reply } of listeners)
      if (word.tenantId === tenantId && (word.userIds === null || word.userIds.includes(userId)))
        reply.raw.write(`event: ${word.topic}\ndata: {}\n\n`)
  })
  const beat = setInterval(() => {
    for (const { reply } of listeners) reply.raw.write(': still here\n\n')
  }, BEAT_MS)
  server.get('/api/live', async (request, reply) => {
    const actor = await app.authenticate(app, {
      sessionToken: request.cookies['anpei_session'],
      apiKey: undefined,
      source: request.ip,
    })
    if (actor.kind !== 'staff') return reply.code(401).send()
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 5000\n\n')
    const listener = { tenantId: actor.tenantId, userId: actor.id, reply }
    listeners.add(listener)
    request.raw.once('close', () => listeners.delete(listener))
    return reply
  })
  // A stream never ends by itself: closing the server would wait for it.
  server.addHook('preClose', async () => {
    for (const { reply } of listeners) reply.raw.end()
  })
  return {
    async stop() {
      clearInterval(beat)
      await ear.stop()
    },
  }
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
