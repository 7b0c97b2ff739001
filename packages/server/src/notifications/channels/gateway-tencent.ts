/**
 * NTF-01, SRV-03: short messages by 腾讯云短信 (2021-01-11, SendSms), signed by TC3-HMAC-SHA256. Texts leave as
 * templates registered there, with numbered variables: `template.<occasion>` and `params.<occasion>` (names of our
 * facts, in their order, divided by commas), else the common `template` whose {1} is the text. Our number goes along
 * as SessionContext. The provider does not count by it: a request whose answer was lost may be sent twice.
 */
import { createHash, createHmac } from 'node:crypto'
import { need, oneByOne, type Gateway, type GatewaySettings, type Outgoing, type Taken } from './gateway.ts'

const PATIENCE_MS = 10_000
const BASE = 'https://sms.tencentcloudapi.com'
/** About this number or this text; anything else is about the account or the moment and is tried again. */
const FOR_GOOD: readonly string[] = [
  'InvalidParameterValue.IncorrectPhoneNumber',
  'InvalidParameterValue.TemplateParameterFormatError',
  'InvalidParameterValue.TemplateParameterLengthLimit',
  'FailedOperation.PhoneNumberInBlacklist',
  'FailedOperation.ContainSensitiveWord',
  'UnsupportedOperation.UnsupportedRegion',
]
const TYPE = 'application/json; charset=utf-8'

export function tencentGateway({ settings, secrets }: GatewaySettings, patienceMs = PATIENCE_MS): Gateway {
  const base = new URL(settings['base'] || BASE)
  const account = { keyId: need(settings, 'secretId'), secret: need(secrets, 'secretKey') }
  const common = { SmsSdkAppId: need(settings, 'appId'), SignName: need(settings, 'sign') }
  need(settings, 'template')
  return oneByOne(async (message) => {
    const body = JSON.stringify({ ...common, ...templateOf(message, settings), SessionContext: message.id })
    const seconds = Math.floor(Date.now() / 1000)
    const answer = await fetch(base.origin, {
      method: 'POST',
      headers: {
        'content-type': TYPE,
        authorization: signTencent(account, { host: base.host, service: 'sms', body, seconds }),
        'x-tc-action': 'SendSms',
        'x-tc-version': '2021-01-11',
        'x-tc-timestamp': String(seconds),
        'x-tc-region': settings['region'] || 'ap-guangzhou',
      },
      body,
      signal: AbortSignal.timeout(patienceMs),
    })
    return takenOf(message.id, await answer.json().catch(() => null), answer.status)
  })
}

function templateOf(message: Outgoing, settings: GatewaySettings['settings']) {
  const own = settings[`template.${message.template}`]
  const names = (settings[`params.${message.template}`] ?? '').split(',').filter((name) => name !== '')
  return {
    PhoneNumberSet: [`+86${message.to}`],
    TemplateId: own ?? need(settings, 'template'),
    TemplateParamSet: own ? names.map((name) => message.facts[name.trim()] ?? '') : [message.text],
  }
}

type Question = { host: string; service: string; body: string; seconds: number }

export function signTencent(account: { keyId: string; secret: string }, asked: Question): string {
  const day = new Date(asked.seconds * 1000).toISOString().slice(0, 10)
  const scope = `${day}/${asked.service}/tc3_request`
  const signed = 'content-type;host'
  const headers = `content-type:${TYPE}\nhost:${asked.host}\n`
  const canonical = ['POST', '/', '', headers, signed, sha256(asked.body)].join('\n')
  const text = ['TC3-HMAC-SHA256', String(asked.seconds), scope, sha256(canonical)].join('\n')
  const dayKey = hmac(`TC3${account.secret}`, day)
  const key = hmac(hmac(dayKey, asked.service), 'tc3_request')
  const signature = hmac(key, text).toString('hex')
  return `TC3-HMAC-SHA256 Credential=${account.keyId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`
}

function takenOf(id: string, body: unknown, status: number): Taken {
  const response = part(body, 'Response')
  const sent = part(part(response, 'SendStatusSet'), '0')
  const code = text(part(sent, 'Code')) || text(part(part(response, 'Error'), 'Code'))
  if (code === 'Ok') return { id, taken: true, providerNo: text(part(sent, 'SerialNo')) || null }
  return { id, taken: false, forGood: FOR_GOOD.includes(code), fault: `腾讯云短信不收（${code || status}）` }
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function hmac(key: Buffer | string, value: string): Buffer {
  return createHmac('sha256', key).update(value).digest()
}

function sha256(value: string): string {
  return createHash('sha256').update(value).digest('hex')
}
