/**
 * The calls of a WeChat official account (NTF-01, SRV-03). `GET <base>/cgi-bin/token?grant_type=client_credential`
 * with `appid` and `secret` gives an access token that is kept until shortly before it ends; whoever needs one while it
 * is being fetched waits for the same one, because each new token ends the one before it. 40001, 40014 and 42001 say
 * that it ended early: it is fetched anew, once.
 */
import { need, type GatewaySettings } from './gateway.ts'

const PATIENCE_MS = 10_000
const BASE = 'https://api.weixin.qq.com'
const TOKEN_ENDED: readonly number[] = [40001, 40014, 42001]
/** -1 busy, 45009 too often … it may do later; the token is our matter too. */
const NOT_NOW: readonly number[] = [-1, 45009, 45011, 50002, ...TOKEN_ENDED]
/** A picture or a voice; WeChat gives at most 10 MB. */
const MOST_MEDIA_BYTES = 12 * 1024 * 1024

export type WechatAnswer = {
  readonly code: number
  readonly token: string
  readonly seconds: number
  readonly messageNo: string
  readonly mediaId: string
}
export type WechatMedia = { readonly bytes: Buffer; readonly mediaType: string }

export type WechatApi = {
  /** Posts a message; the answer's code 0 is yes. */
  post(path: string, body: unknown): Promise<WechatAnswer>
  /** Puts a picture of ours where WeChat takes it from; its id. */
  upload(
    fileName: string,
    mediaType: string,
    bytes: Buffer,
  ): Promise<{ readonly code: number; readonly mediaId: string }>
  /** A picture or voice somebody sent; a code when WeChat has it no more. */
  media(mediaId: string): Promise<WechatMedia | { readonly code: number }>
}

type Token = { readonly value: string; readonly until: number }
const tokens = new Map<string, Token>()
const fetching = new Map<string, Promise<string>>()

export function isForGood(code: number): boolean {
  return !NOT_NOW.includes(code)
}

export function wechatApi({ settings, secrets }: GatewaySettings, patienceMs = PATIENCE_MS): WechatApi {
  const base = settings['base'] || BASE
  const appId = need(settings, 'appId')
  const secret = need(secrets, 'appSecret')
  const key = `${base} ${appId}`
  const call = async (path: string, query: Readonly<Record<string, string>>, body?: unknown): Promise<Response> => {
    const answer = await fetch(`${base}${path}?${new URLSearchParams(query).toString()}`, {
      ...sending(body),
      signal: AbortSignal.timeout(patienceMs),
    })
    if (!answer.ok) throw new Error(`WeChat answered ${answer.status}`)
    return answer
  }
  const fetchToken = async (): Promise<string> => {
    const answer = await call('/cgi-bin/token', { grant_type: 'client_credential', appid: appId, secret })
    const got = readAnswer(await answer.json())
    if (got.token === '') throw new Error(`WeChat gives no token: ${got.code}`)
    tokens.set(key, { value: got.token, until: Date.now() + (got.seconds - 300) * 1000 })
    return got.token
  }
  /** `ended`: the token that is no good any more; another one fetched meanwhile is taken as it is. */
  const token = (ended?: string): Promise<string> => {
    const known = tokens.get(key)
    if (known && known.value !== ended && known.until > Date.now()) return Promise.resolve(known.value)
    const running = fetching.get(key)
    if (running) return running
    const begun = fetchToken().finally(() => fetching.delete(key))
    fetching.set(key, begun)
    return begun
  }
  /** Asks with the token, and once more with a new one when it ended. */
  const withToken = async <A extends { readonly code?: number }>(ask: (token: string) => Promise<A>): Promise<A> => {
    const first = await token()
    const answer = await ask(first)
    return TOKEN_ENDED.includes(answer.code ?? 0) ? ask(await token(first)) : answer
  }
  return {
    post: (path, body) =>
      withToken(async (access) => readAnswer(await (await call(path, { access_token: access }, body)).json())),
    upload: (fileName, mediaType, bytes) =>
      withToken(async (access) => {
        const form = new FormData()
        form.append('media', new Blob([new Uint8Array(bytes)], { type: mediaType }), fileName)
        const answer = await call('/cgi-bin/media/upload', { access_token: access, type: 'image' }, form)
        return readAnswer(await answer.json())
      }),
    media: (mediaId) =>
      withToken<(WechatMedia & { code?: never }) | { code: number }>(async (access) =>
        readMedia(await call('/cgi-bin/media/get', { access_token: access, media_id: mediaId })),
      ),
  }
}

function sending(body: unknown): RequestInit {
  if (body === undefined) return {}
  if (body instanceof FormData) return { method: 'POST', body }
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

async function readMedia(answer: Response): Promise<(WechatMedia & { code?: never }) | { code: number }> {
  const mediaType = answer.headers.get('content-type') ?? ''
  // What is not there is told in JSON, with status 200.
  if (/json|text\/plain/.test(mediaType)) return { code: readAnswer(await answer.json()).code }
  if (Number(answer.headers.get('content-length') ?? 0) > MOST_MEDIA_BYTES) return { code: 40006 }
  const bytes = Buffer.from(await answer.arrayBuffer())
  return bytes.length > MOST_MEDIA_BYTES ? { code: 40006 } : { bytes, mediaType }
}

function readAnswer(body: unknown): WechatAnswer {
  const read = (name: string): unknown =>
    typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
  const text = (name: string) => {
    const value = read(name)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  return {
    code: Number(read('errcode') ?? 0),
    token: text('access_token'),
    seconds: Number(read('expires_in') ?? 7200),
    messageNo: text('msgid'),
    mediaId: text('media_id'),
  }
}
