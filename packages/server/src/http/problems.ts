/**
 * The three kinds of errors, never mixed: refusal, bad request, fault (DESIGN §6); each turned to JSON in this one
 * place.
 */
import { randomBytes } from 'node:crypto'
import type { Problem } from '@anpei/contract/kernel'
import { refuse, type Decision, type Facts, type Refusal, type RefusalText } from '@anpei/domain/kernel'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isConnectionFault } from '../db/index.ts'
import { TooLarge } from './files.ts'
import type { FileAnswer } from './arrived-file.ts'

/** Code → status and sentences, gathered from all rows by the contract. */
export type RefusalTexts = (code: string) => RefusalText

export function sendRefusal(
  texts: RefusalTexts,
  request: FastifyRequest,
  reply: FastifyReply,
  decision: Decision<unknown>,
  fields?: Problem['fields'],
): FastifyReply {
  if (decision.ok) throw new Error('not a refusal')
  const text = texts(decision.code)
  const english = wantsEnglish(request)
  const problem: Problem = {
    code: decision.code,
    facts: decision.facts,
    message: fill(english ? text.en : text.zh, decision.facts),
    ...(fields ? { fields } : {}),
  }
  return reply.code(text.status).send(problem)
}

function wantsEnglish(request: FastifyRequest): boolean {
  return /^en\b/.test(request.headers['accept-language'] ?? '')
}

export function fill(text: string, facts: Facts): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = facts[name]
    return value === undefined || value === null ? whole : Array.isArray(value) ? value.join('、') : String(value)
  })
}

export function sendFileAnswer(request: FastifyRequest, reply: FastifyReply, file: FileAnswer): FastifyReply {
  const name = encodeURIComponent(file.fileName)
  const part = file.inParts ? partOf(request.headers.range, file.bytes.length) : null
  if (file.inParts) reply.header('accept-ranges', 'bytes')
  if (part === 'beyond') return reply.code(416).header('content-range', `bytes */${file.bytes.length}`).send()
  if (part) reply.code(206).header('content-range', `bytes ${part.from}-${part.to}/${file.bytes.length}`)
  return reply
    .type(file.mediaType)
    .header('content-disposition', `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .send(part ? file.bytes.subarray(part.from, part.to + 1) : file.bytes)
}

/** One range (RFC 9110 §14); null where the whole is wanted, or a form we do not serve, which may be ignored. */
function partOf(asked: string | undefined, length: number): { from: number; to: number } | 'beyond' | null {
  const read = /^bytes=(\d*)-(\d*)$/.exec(asked ?? '')
  const [first, last] = [read?.[1] ?? '', read?.[2] ?? '']
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  if (first !== '' && last !== '' && Number(last) < from) return null
  return from >= length || to < from ? 'beyond' : { from, to }
}

/** Everything that was thrown: what the caller can mend is said; the rest is a fault with a reference for the log. */
export function faultHandler(texts: RefusalTexts, onFault: (reference: string, error: unknown) => void) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const known = knownProblem(error)
    if (known) return sendRefusal(texts, request, reply, known)
    const reference = randomBytes(5).toString('hex')
    onFault(reference, error)
    const away = isConnectionFault(error)
    const message = away
      ? '数据库暂时连不上，您的操作没有保存，请稍后再试。'
      : `系统出错，您的操作没有保存。请告知我们编号 ${reference}。`
    return reply
      .code(away ? 503 : 500)
      .send({ code: away ? 'fault.database_away' : 'fault.unexpected', message, facts: {}, reference })
  }
}

/** A request that is turned away before its command, by whoever says who it comes from. */
export class RefusedRequest extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

function knownProblem(error: FastifyError): Refusal | undefined {
  if (error instanceof RefusedRequest) return error.refusal
  if (error instanceof TooLarge) return refuse('file.too_large', { limit: error.limit })
  if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return refuse('file.too_large', { limit: '8 MB' })
  }
  if (error.code === 'ENOSPC' || error.code === '53100') return refuse('storage.full')
  if (error.statusCode !== undefined && error.statusCode < 500) return refuse('request.malformed')
  return undefined
}
