/**
 * NTF-01: WeChat template messages. `GET <base>/cgi-bin/token?grant_type=client_credential&appid=…&secret=…` gives an
 * access token that is kept until shortly before it ends; `POST <base>/cgi-bin/message/template/send?access_token=…`
 * with `{ touser, template_id, url, client_msg_id, data: { <variable>: { value } } }` sends. 40001 and 42001 say that
 * the token ended early: it is fetched anew, once. `client_msg_id` is our number: WeChat sends it once within a day.
 */
import { need, oneByOne, type Gateway, type GatewaySettings, type Outgoing, type Taken } from './gateway.ts'

const PATIENCE_MS = 10_000
const BASE = 'https://api.weixin.qq.com'
const TOKEN_ENDED: readonly number[] = [40001, 40014, 42001]
/** -1 busy, 45009 too often, 43004 … not following us any more is for good. */
const NOT_NOW: readonly number[] = [-1, 45009, 45011, 50002]
/** The number was sent before. */
const SENT_BEFORE = 43116

type Token = { readonly value: string; readonly until: number }
const tokens = new Map<string, Token>()

export function wechatGateway({ settings, secrets }: GatewaySettings, patienceMs = PATIENCE_MS): Gateway {
  const base = settings['base'] ?? BASE
  const appId = need(settings, 'appId')
  const secret = need(secrets, 'appSecret')
  const ask = async (path: string, query: Readonly<Record<string, string>>, body?: unknown) => {
    const answer = await fetch(`${base}${path}?${new URLSearchParams(query).toString()}`, {
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patienceMs),
    })
    if (!answer.ok) throw new Error(`WeChat answered ${answer.status}`)
    return readAnswer(await answer.json())
  }
  const key = `${base} ${appId}`
  const token = async (fresh: boolean): Promise<string> => {
    const known = tokens.get(key)
    if (!fresh && known && known.until > Date.now()) return known.value
    const got = await ask('/cgi-bin/token', { grant_type: 'client_credential', appid: appId, secret })
    if (got.token === '') throw new Error(`WeChat gives no token: ${got.code}`)
    tokens.set(key, { value: got.token, until: Date.now() + (got.seconds - 300) * 1000 })
    return got.token
  }
  const send = async (message: Outgoing, fresh: boolean): Promise<Taken> => {
    const path = '/cgi-bin/message/template/send'
    const got = await ask(path, { access_token: await token(fresh) }, bodyOf(message, settings))
    if (got.code === 0 || got.code === SENT_BEFORE)
      return { id: message.id, taken: true, providerNo: got.messageNo === '' ? null : got.messageNo }
    if (TOKEN_ENDED.includes(got.code) && !fresh) return send(message, true)
    const forGood = !NOT_NOW.includes(got.code) && !TOKEN_ENDED.includes(got.code)
    return { id: message.id, taken: false, forGood, fault: `微信不收（${got.code}）` }
  }
  return oneByOne((message) => send(message, false))
}

function bodyOf(message: Outgoing, settings: GatewaySettings['settings']) {
  // A template registered for the occasion, else the common one that has one field for the whole text.
  const templateId = settings[`template.${message.template}`] ?? need(settings, 'template')
  const fields = { ...message.facts, text: message.text }
  return {
    touser: message.to,
    template_id: templateId,
    url: settings['page'] ?? '',
    client_msg_id: message.id,
    data: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
  }
}

function readAnswer(body: unknown) {
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
  }
}
