/**
 * Calls the server. A slow or broken network is the normal case: a call is tried again with the same key, so that
 * what was sent twice happens once; after that the page says so and keeps what was typed.
 */
import type { Answer, Method, Route, Sent } from '@anpei/contract/kernel'

/** Where a route is called; `route` is only known to the types. */
export type Address<R extends Route> = { readonly method: Method; readonly path: string; readonly route?: R }

export function at<R extends Route>(method: R['method'], path: string): Address<R> {
  return { method, path }
}

/** `code` is the server's refusal, or `network` when there was no answer. */
export class Refused extends Error {
  readonly code: string
  readonly status: number
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export type SendOptions = {
  readonly language: 'zh' | 'en'
  readonly key?: string
  readonly files?: readonly { readonly field: string; readonly file: Blob; readonly name: string }[]
}

const WAITS_MS = [1500, 4000]
const PATIENCE_MS = 30_000
const PATIENCE_WITH_FILES_MS = 180_000

export async function ask<R extends Route>(
  address: Address<R>,
  sent: Sent<R>,
  options: SendOptions,
): Promise<Answer<R>> {
  const { url, body } = writeOut(address, sent)
  return exchange(url, address.method, body, { ...options, key: options.key ?? newKey() })
}

/** Where and what a call sends, in a form that can be kept. */
export function writeOut<R extends Route>(address: Address<R>, sent: Sent<R>): { url: string; body: unknown } {
  const { params, body } = partsOf(sent)
  const url = address.path.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(String(params[part] ?? '')))
  return { url, body }
}

/** Sends what was kept, under the key it was kept with: what did arrive before happens once. */
export async function sendAgain(
  url: string,
  body: unknown,
  options: SendOptions & { key: string },
): Promise<Record<string, unknown>> {
  return exchange(url, 'POST', body, options)
}

export async function signOut(language: 'zh' | 'en'): Promise<void> {
  await exchange('/api/sign-out', 'POST', {}, { language, key: newKey() })
}

function partsOf(sent: object): { params: Record<string, unknown>; body: unknown } {
  const params: unknown = Reflect.get(sent, 'params')
  return { params: { ...(typeof params === 'object' ? params : {}) }, body: Reflect.get(sent, 'body') ?? {} }
}

async function exchange<A>(
  url: string,
  method: string,
  body: unknown,
  options: SendOptions & { key: string },
): Promise<A> {
  for (let tries = 0; ; tries++) {
    const answer = await once(url, method, body, options).catch(() => null)
    if (answer?.ok) return answer.json()
    const wait = WAITS_MS[tries]
    const again = answer === null || answer.status >= 502
    if (!again || wait === undefined) throw answer ? await refusalOf(answer) : new Refused(0, 'network', '')
    await new Promise((resolve) => {
      setTimeout(resolve, wait)
    })
  }
}

function once(url: string, method: string, body: unknown, options: SendOptions & { key: string }): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': options.language }
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (method !== 'GET') {
    headers['idempotency-key'] = options.key
    if (options.files) init.body = formOf(body, options.files)
    else {
      headers['content-type'] = 'application/json'
      init.body = JSON.stringify(body)
    }
  }
  const stop = new AbortController()
  const timer = setTimeout(
    () => {
      stop.abort()
    },
    options.files ? PATIENCE_WITH_FILES_MS : PATIENCE_MS,
  )
  return fetch(url, { ...init, signal: stop.signal }).finally(() => {
    clearTimeout(timer)
  })
}

function formOf(body: unknown, files: NonNullable<SendOptions['files']>): FormData {
  const form = new FormData()
  form.set('body', JSON.stringify(body))
  for (const { field, file, name } of files) form.append(field, file, name)
  return form
}

async function refusalOf(answer: Response): Promise<Refused> {
  const problem: unknown = await answer.json().catch(() => null)
  if (typeof problem !== 'object' || problem === null) return new Refused(answer.status, 'fault', '')
  const read = (name: string): string => {
    const value: unknown = Reflect.get(problem, name)
    return typeof value === 'string' ? value : ''
  }
  return new Refused(answer.status, read('code'), read('message'))
}

/** `crypto.randomUUID` is missing on plain http and in older browsers. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
