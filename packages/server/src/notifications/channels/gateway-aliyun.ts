/**
 * NTF-01, SRV-03: short messages by 阿里云短信 (Dysmsapi 2017-05-25, SendSms), signed by ACS3-HMAC-SHA256. Texts leave
 * as templates registered there: `template.<occasion>` with our facts as variables, else the common `template` with
 * the one variable `text`. Our number goes along as OutId and comes back with the receipt. The provider does not count
 * by it: a request whose answer was lost may be sent twice.
 */
import { createHash, createHmac, randomUUID } from 'node:crypto'
import { need, oneByOne, type Gateway, type GatewaySettings, type Outgoing, type Taken } from './gateway.ts'

const PATIENCE_MS = 10_000
const BASE = 'https://dysmsapi.aliyuncs.com'
/** About this number or this text; anything else is about the account or the moment and is tried again. */
const FOR_GOOD: readonly string[] = [
  'isv.MOBILE_NUMBER_ILLEGAL',
  'isv.BLACK_KEY_CONTROL_LIMIT',
  'isv.INVALID_PARAMETERS',
  'isv.TEMPLATE_MISSING_PARAMETERS',
  'isv.PARAM_LENGTH_LIMIT',
]

export function aliyunGateway({ settings, secrets }: GatewaySettings, patienceMs = PATIENCE_MS): Gateway {
  const base = new URL(settings['base'] || BASE)
  const account = { keyId: need(settings, 'accessKeyId'), secret: need(secrets, 'accessKeySecret') }
  const sign = need(settings, 'sign')
  need(settings, 'template')
  return oneByOne(async (message) => {
    const query = aliyunQuery({ ...templateOf(message, settings), SignName: sign, OutId: message.id })
    const answer = await fetch(`${base.origin}/?${query}`, {
      method: 'POST',
      headers: signAliyun(account, {
        host: base.host,
        action: 'SendSms',
        version: '2017-05-25',
        query,
        date: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
        nonce: randomUUID(),
      }),
      signal: AbortSignal.timeout(patienceMs),
    })
    return takenOf(message.id, await answer.json().catch(() => null), answer.status)
  })
}

function templateOf(message: Outgoing, settings: GatewaySettings['settings']) {
  const own = settings[`template.${message.template}`]
  return {
    PhoneNumbers: message.to,
    TemplateCode: own ?? need(settings, 'template'),
    TemplateParam: JSON.stringify(own ? message.facts : { text: message.text }),
  }
}

type Question = { host: string; action: string; version: string; query: string; date: string; nonce: string }

/** Headers of a request without a body. */
export function signAliyun(account: { keyId: string; secret: string }, asked: Question): Record<string, string> {
  const headers: Record<string, string> = {
    host: asked.host,
    'x-acs-action': asked.action,
    'x-acs-content-sha256': sha256(''),
    'x-acs-date': asked.date,
    'x-acs-signature-nonce': asked.nonce,
    'x-acs-version': asked.version,
  }
  const names = Object.keys(headers).sort()
  const lines = names.map((name) => `${name}:${headers[name] ?? ''}\n`).join('')
  const canonical = ['POST', '/', asked.query, lines, names.join(';'), sha256('')].join('\n')
  const signature = createHmac('sha256', account.secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
  const credential = `Credential=${account.keyId},SignedHeaders=${names.join(';')}`
  const { host: _host, ...sent } = headers
  return { ...sent, authorization: `ACS3-HMAC-SHA256 ${credential},Signature=${signature}` }
}

/** Sorted, and escaped as RFC 3986 has it. */
function aliyunQuery(values: Readonly<Record<string, string>>): string {
  const escape = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
  return Object.entries(values)
    .map(([name, value]) => `${escape(name)}=${escape(value)}`)
    .sort()
    .join('&')
}

function takenOf(id: string, body: unknown, status: number): Taken {
  const read = (name: string) => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  const code = read('Code')
  if (code === 'OK') return { id, taken: true, providerNo: read('BizId') || null }
  return { id, taken: false, forGood: FOR_GOOD.includes(code), fault: `阿里云短信不收（${code || status}）` }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
