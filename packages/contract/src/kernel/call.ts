/**
 * The typed client: what the screens and the tests use. Every write carries an idempotency key; the same key is used
 * when a write is sent again after a broken connection, so that it happens once.
 */
import type { Answer, Route, Sent } from './route.ts'
import type { Problem } from './words.ts'

export class CallFailed extends Error {
  readonly status: number
  readonly problem: Problem
  constructor(status: number, problem: Problem) {
    super(problem.message)
    this.status = status
    this.problem = problem
  }
}

export type CallOptions = {
  readonly base?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly key?: string
  /** Parts of a route with `files`: field name → file. */
  readonly files?: readonly { readonly field: string; readonly file: Blob; readonly name: string }[]
  readonly signal?: AbortSignal
  readonly fetch?: typeof fetch
}

export async function call<R extends Route>(route: R, sent: Sent<R>, options: CallOptions = {}): Promise<Answer<R>> {
  const parts = sent as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
  const url = (options.base ?? '') + fillPath(route.path, parts.params ?? {}) + queryText(parts.query ?? {})
  // The workbench speaks Chinese, whatever the language of the browser it is opened in.
  const headers: Record<string, string> = { 'accept-language': 'zh-CN', ...options.headers }
  const init: RequestInit = { method: route.method, headers, credentials: 'same-origin' }
  if (options.signal) init.signal = options.signal
  if (route.method !== 'GET') {
    headers['idempotency-key'] = options.key ?? crypto.randomUUID()
    if (route.files) init.body = formOf(parts.body, options.files ?? [])
    else {
      headers['content-type'] = 'application/json'
      init.body = JSON.stringify(parts.body ?? {})
    }
  }
  const response = await (options.fetch ?? fetch)(url, init)
  if (!response.ok) throw new CallFailed(response.status, await problemOf(response))
  return (route.download ? await fileOf(response) : await response.json()) as Answer<R>
}

/** Under the name the server gave it: an export carries its number there (CUS-09). */
async function fileOf(response: Response): Promise<Blob> {
  const blob = await response.blob()
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return name === undefined ? blob : new File([blob], decodeURIComponent(name), { type: blob.type })
}

function fillPath(path: string, params: Record<string, unknown>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
}

function queryText(query: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const one of value) search.append(name, String(one))
    else if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}

function formOf(body: unknown, files: NonNullable<CallOptions['files']>): FormData {
  const form = new FormData()
  form.set('body', JSON.stringify(body ?? {}))
  for (const { field, file, name } of files) form.append(field, file, name)
  return form
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem
  } catch {
    return { code: 'request.failed', message: `请求失败（${response.status}），请稍后再试。`, facts: {} }
  }
}
