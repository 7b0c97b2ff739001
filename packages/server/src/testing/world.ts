/**
 * A complete, isolated world for one test file: its own database, clock, key ring, file folder, and the server spoken
 * to in-process. People sign in as themselves; what they may do is what their role says.
 */
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import {
  call,
  CallFailed,
  type Answer,
  type CallOptions,
  type Problem,
  type Route,
  type Sent,
} from '@anpei/contract/kernel'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { expect, inject } from 'vitest'
import { assembleApp, assembleServer, finishWork } from '../app.ts'
import { ringFromJson, type RingKeeper } from '../crypto/index.ts'
import { openPool } from '../db/index.ts'
import type { App } from '../http/index.ts'
import { codeAt, readOrganisation } from '../identity/index.ts'
import { newId, travelClock } from '../kernel/index.ts'
import { TEST_START } from './template.ts'
import { throwawayFolder } from './throwaway.ts'

export type Caller = {
  /** Calls a route of the contract and returns its answer; a refusal throws CallFailed. */
  <R extends Route>(route: R, sent: Sent<R>, options?: CallOptions): Promise<Answer<R>>
  readonly login: string
}

export type World = {
  readonly app: App
  readonly server: FastifyInstance
  readonly clock: ReturnType<typeof travelClock>
  readonly url: string
  /** A person of the demo's staff, who signs in once and again when the session has run out. */
  as(login: string): Promise<Caller>
  /** The same in a session of its own that nobody renews, for tests about sessions. */
  signIn(login: string): Promise<Caller>
  /** Staff or roles were changed behind the back of the server: everybody signs in again. */
  forgetSessions(): void
  /** Nobody: no session. */
  readonly anyone: Caller
  /** Calls with a given session token or API key. */
  with(headers: Record<string, string>, login?: string): Caller
  /** Runs the jobs that are due, until none is left; returns how many ran. */
  runJobs(): Promise<number>
  /** Faults that were answered with 5xx; a test that expects none may look. */
  readonly faults: unknown[]
  close(): Promise<void>
}

/** Of the staff: `open-session.ts`. */
const SESSION_MS = 12 * 3_600_000

export async function openWorld(start = TEST_START, keeper?: RingKeeper): Promise<World> {
  const ownerUrl = inject('ownerUrl')
  const name = `w_${newId().replaceAll('-', '')}`
  await asAdmin(ownerUrl, `create database ${name} template anpei strategy file_copy`)
  const url = ownerUrl.replace(/\/anpei$/, `/${name}`)
  const folder = throwawayFolder('anpei-world-')
  const clock = travelClock(start)
  const pool = openPool(url, 6)
  const app = assembleApp({ pool, ring: keeper ?? ringFromJson(inject('ring')), clock, folder })
  const faults: unknown[] = []
  const server = await assembleServer(app, (reference, error) => {
    faults.push(error)
    console.error(reference, error)
  })
  await server.ready()
  const caller = (headers: Record<string, string>, login: string): Caller =>
    Object.assign(
      <R extends Route>(route: R, sent: Sent<R>, options: CallOptions = {}): Promise<Answer<R>> =>
        call(route, sent, {
          ...options,
          base: 'http://anpei',
          headers: { ...headers, ...options.headers },
          fetch: inProcessFetch(server),
        }),
      { login },
    )
  const signIn = async (login: string): Promise<Caller> =>
    caller({ cookie: `anpei_session=${await signInAs(server, clock.now(), login)}` }, login)
  const sessions = new Map<string, { readonly at: string; readonly signedIn: Promise<Caller> }>()
  const renewed = (login: string): Promise<Caller> => {
    const now = clock.now()
    const known = sessions.get(login)
    if (known && known.at <= now && Date.parse(now) < Date.parse(known.at) + SESSION_MS) return known.signedIn
    const signedIn = signIn(login)
    sessions.set(login, { at: now, signedIn })
    return signedIn
  }
  return {
    app,
    server,
    clock,
    url,
    faults,
    anyone: caller({}, 'nobody'),
    with: (headers, login = 'someone') => caller(headers, login),
    async as(login) {
      await renewed(login)
      return Object.assign(
        async <R extends Route>(route: R, sent: Sent<R>, options?: CallOptions): Promise<Answer<R>> =>
          (await renewed(login))(route, sent, options),
        { login },
      )
    },
    signIn,
    forgetSessions: () => sessions.clear(),
    runJobs: () => finishWork(app, url),
    async close() {
      await server.close()
      await pool.close()
      rmSync(folder, { recursive: true, force: true })
      await dropDatabase(ownerUrl, name)
    },
  }
}

async function signInAs(server: FastifyInstance, now: string, login: string): Promise<string> {
  const { password, secondFactorSecret } = readOrganisation()
  const answer = await server.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { login, password, code: codeAt(secondFactorSecret, now) },
  })
  const token = answer.cookies.find((cookie) => cookie.name === 'anpei_session')?.value
  if (!token) throw new Error(`${login} could not sign in: ${answer.body}`)
  return token
}

/** `fetch` over Fastify's inject: the whole HTTP path, no port. */
function inProcessFetch(server: FastifyInstance): typeof fetch {
  return async (input, init) => {
    const request = new Request(input instanceof URL ? input.href : input, init)
    const headers = Object.fromEntries(request.headers)
    // `Request` hides forbidden headers such as cookie; they are taken from what was asked.
    const asked = new Headers(init?.headers)
    const cookie = asked.get('cookie') ?? cookieOf(init?.headers)
    if (cookie) headers.cookie = cookie
    const answer = await server.inject({
      method:
        request.method === 'POST'
          ? 'POST'
          : request.method === 'PUT'
            ? 'PUT'
            : request.method === 'DELETE'
              ? 'DELETE'
              : 'GET',
      url: request.url.replace('http://anpei', ''),
      headers,
      payload: Buffer.from(await request.arrayBuffer()),
    })
    return new Response(answer.rawPayload.length > 0 ? new Uint8Array(answer.rawPayload) : null, {
      status: answer.statusCode,
      headers: headersOf(answer.headers),
    })
  }
}

function cookieOf(headers: RequestInit['headers']): string | undefined {
  if (!headers || headers instanceof Headers || Array.isArray(headers)) return undefined
  return headers.cookie
}

function headersOf(raw: Readonly<Record<string, unknown>>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(raw)) if (value !== undefined) headers.set(name, String(value))
  return headers
}

const DROP_TRIES = 20

/** A vacuum of PostgreSQL's own may sit in the database for a moment; it cannot be sent away, only waited for. */
async function dropDatabase(ownerUrl: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await asAdmin(ownerUrl, `drop database if exists ${name} with (force)`)
      return
    } catch (error) {
      // The whole cluster is thrown away at the end of the run: what cannot be dropped now goes with it.
      if (tries >= DROP_TRIES) return console.error(`left behind: ${name}`, error)
      await pause(100)
    }
  }
}

async function asAdmin(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/\/anpei$/, '/postgres') })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

/** Expects a call to be refused with this code; returns the problem for a closer look. */
export async function expectRefusal(work: Promise<unknown>, code: string): Promise<Problem> {
  const outcome = await work.then(
    () => 'it was not refused',
    (error: unknown) => error,
  )
  if (!(outcome instanceof CallFailed)) throw outcome instanceof Error ? outcome : new Error(String(outcome))
  expect(outcome.problem.code).toBe(code)
  return outcome.problem
}
