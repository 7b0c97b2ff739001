/**
 * Binds a route of the contract to its command: the named gates of every request, in order, then the straight line.
 * 1 who is it  2 permission  3 parse  4 idempotency  5 transaction  6 answer parsed against the contract.
 */
import { createHash } from 'node:crypto'
import type { Route, Input } from '@anpei/contract/kernel'
import { holds, permissions, refuse, type Actor, type Decision } from '@anpei/domain/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { App } from './app.ts'
import { openBatches, type Batches } from './batch.ts'
import { fieldFault } from './field-fault.ts'
import { collectParts } from './files.ts'
import { read, write, type Shared } from './frame.ts'
import { sendFileAnswer, sendRefusal } from './problems.ts'
import type { ArrivedFile, FileAnswer } from './arrived-file.ts'
import type { Handler } from './tx.ts'

export type Bound = {
  readonly route: Route
  readonly handler: Handler<never, unknown>
  readonly reads: boolean
  /** Shares its transaction with others; what keeps the order of those that belong together. */
  readonly lineOf?: (input: never) => string
}

type AnswerOf<R extends Route> = R extends { download: true } ? FileAnswer : z.input<R['answer']>

/** A command: runs in a transaction, needs an idempotency key. */
export function on<R extends Route>(route: R, handler: Handler<Input<R>, AnswerOf<R>>): Bound {
  return { route, handler: handler as Handler<never, unknown>, reads: route.method === 'GET' }
}

/**
 * A command of which hundreds may come in a second: those of one breath share a transaction (`openBatches`). Calls with
 * the same line keep their order. It refuses before it writes, and what it asks and writes is put together with that of
 * the others (`together`).
 */
export function onTogether<R extends Route>(
  route: R,
  handler: Handler<Input<R>, AnswerOf<R>>,
  lineOf: (input: Input<R>) => string,
): Bound {
  return { ...on(route, handler), lineOf: lineOf as (input: never) => string }
}

/** A query sent by POST because its question is long or secret (an ID number never stands in a URL). */
export function ask<R extends Route>(route: R, handler: Handler<Input<R>, AnswerOf<R>>): Bound {
  return { route, handler: handler as Handler<never, unknown>, reads: true }
}

/** A route that answers a file: a query, also where it comes by POST because a reason or a key comes with it. */
export function onFile<R extends Route>(route: R, handler: Handler<Input<R>, FileAnswer>): Bound {
  return { route, handler: handler as Handler<never, unknown>, reads: true }
}

export function bindRoutes(
  server: FastifyInstance,
  app: App,
  bound: readonly Bound[],
  onFault: (reference: string, error: unknown) => void,
): void {
  const batches = openBatches(app, (error) => {
    onFault('batch', error)
  })
  for (const one of bound) {
    server.route({
      method: one.route.method,
      url: one.route.path,
      handler: async (request, reply) => answerRequest(app, batches, one, request, reply),
    })
  }
}

async function answerRequest(
  app: App,
  batches: Batches,
  bound: Bound,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { route } = bound
  const actor = await app.authenticate(app, credentialsOf(request))
  if (!admitted(actor, route)) return sendRefusal(app.refusalTexts, request, reply, noPermission(actor, route))
  const { body, files } = route.files ? await collectParts(request) : { body: request.body, files: [] }
  const input = parseInput(route, request, body)
  if ('code' in input) return sendRefusal(app.refusalTexts, request, reply, refuse(input.code), input.fields)

  const edge = {
    setSession: (token: string | null) => setCookie(app, reply, token),
    header: (name: string) => headerOf(request, name),
  }
  if (bound.reads) {
    const decision = await read<unknown>(
      app,
      actor,
      (tx) => {
        if (route.sensitive) tx.look(lookOf(route, request))
        return bound.handler(tx, input.value as never, files)
      },
      edge,
    )
    if (!decision.ok) return sendRefusal(app.refusalTexts, request, reply, decision)
    if (route.download) return sendFileAnswer(request, reply, decision.value as FileAnswer)
    return reply.type('application/json; charset=utf-8').send(answerText(route, decision.value))
  }

  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 100)
    return sendRefusal(app.refusalTexts, request, reply, refuse('request.key_missing'))
  const once = { key, route: route.id, bodyHash: hashOf(route, request.params, body, files) }
  const work: Shared['work'] = (tx) => bound.handler(tx, input.value as never, files)
  const answer = (value: unknown) => answerText(route, value)
  const line = bound.lineOf?.(input.value as never)
  const decision =
    line === undefined
      ? await write(app, actor, once, work, answer, edge)
      : await batches.take({ actor, once, work, answer, edge, line: `${route.id} ${line}` })
  if (!decision.ok) return sendRefusal(app.refusalTexts, request, reply, decision)
  return reply.type('application/json; charset=utf-8').send(decision.value)
}

const SESSION_SECONDS = 12 * 3600

function setCookie(app: App, reply: FastifyReply, token: string | null): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: app.secureCookies } as const
  if (token === null) reply.clearCookie('anpei_session', options)
  else reply.setCookie('anpei_session', token, { ...options, maxAge: SESSION_SECONDS })
}

function admitted(actor: Actor, { permission, late }: Route): boolean {
  return holds(actor, permission) || (late && actor.sleeping?.has(permission) === true)
}

function noPermission(actor: Actor, route: Route): Decision<never> {
  if (actor.kind === 'nobody') return refuse('request.sign_in_first')
  const sleeps = actor.sleeping?.get(route.permission)
  if (sleeps) return sleeps
  return refuse('request.not_permitted', { permission: permissions[route.permission] })
}

function credentialsOf(request: FastifyRequest) {
  return {
    sessionToken: request.cookies.anpei_session,
    apiKey: apiKeyOf(request.headers.authorization),
    source: request.ip,
  }
}

/** Systems that push only know a user and a password: their password is the key (OPS-01). */
function apiKeyOf(header: string | undefined): string | undefined {
  if (header?.startsWith('Bearer ')) return header.slice(7)
  if (!header?.startsWith('Basic ')) return undefined
  const told = Buffer.from(header.slice(6), 'base64').toString('utf8')
  return told.slice(told.indexOf(':') + 1)
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

type Parsed =
  | { readonly value: unknown }
  | {
      readonly code: 'request.not_found' | 'request.malformed'
      readonly fields: { path: string; message: string }[]
    }

const IN_WORDS = { error: fieldFault }

function parseInput(route: Route, request: FastifyRequest, body: unknown): Parsed {
  const params = route.params.safeParse(request.params, IN_WORDS)
  // Nothing has such an address; there is no form whose fields could be marked.
  if (!params.success) return { code: 'request.not_found', fields: [] }
  const query = route.query.safeParse(request.query, IN_WORDS)
  const parsed = route.body.safeParse(body ?? {}, IN_WORDS)
  if (query.success && parsed.success) {
    return { value: { params: params.data, query: query.data, body: parsed.data } }
  }
  const issues = [query, parsed].flatMap((result) => result.error?.issues ?? [])
  return {
    code: 'request.malformed',
    fields: issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  }
}

/** Undeclared fields fall off here; a value the contract does not allow is our fault, not the caller's. */
function answerText(route: Route, value: unknown): string {
  return JSON.stringify(route.answer.parse(value))
}

function lookOf(route: Route, request: FastifyRequest) {
  const params = request.params
  const id =
    typeof params === 'object' && params !== null ? Object.values(params).find((value) => isUuid(value)) : undefined
  return {
    name: 'personal_data.looked_at',
    subject: { kind: 'route', id: typeof id === 'string' ? id : NO_ID },
    facts: { route: route.id },
  }
}

const NO_ID = '00000000-0000-0000-0000-000000000000'

function isUuid(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)
}

function hashOf(route: Route, params: unknown, body: unknown, files: readonly ArrivedFile[]): Buffer {
  const hash = createHash('sha256')
    .update(route.id)
    .update(JSON.stringify([params, body ?? {}]))
  for (const file of files) hash.update(file.field).update(file.name).update(file.bytes)
  return hash.digest()
}
