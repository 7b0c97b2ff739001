/**
 * NTF-01: short messages and calls through an HTTP gateway. The request, for SMS and voice alike:
 *
 *     POST <url>
 *     content-type: application/json
 *     authorization: Bearer <key>
 *     { "number": "<our number>", "to": "13812345678", "text": "…", "sign": "<signature of the sender>",
 *       "kind": "sms" | "voice", "callback": "<where receipts go>" }
 *
 * Answers: 2xx `{ "providerNo": "…" }` taken; 409 taken before (the same number); 4xx with `{ "error": "…" }` refused
 * for good (a number that does not exist, a text that is not allowed); 429, 5xx and silence: asked again later.
 * Receipts come to POST /api/gateways/<tenant>/<channel>/receipts, signed.
 */
import { need, oneByOne, type Gateway, type GatewaySettings, type Outgoing, type Taken } from './gateway.ts'

const PATIENCE_MS = 10_000

export function httpGateway({ settings, secrets }: GatewaySettings, patienceMs = PATIENCE_MS): Gateway {
  const url = need(settings, 'url')
  const key = need(secrets, 'key')
  return oneByOne(async (message) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(bodyOf(message, settings)),
      signal: AbortSignal.timeout(patienceMs),
    })
    return takenOf(message, answer)
  })
}

function bodyOf(message: Outgoing, settings: GatewaySettings['settings']) {
  const isCall = message.channel === 'voice'
  return {
    number: message.id,
    kind: isCall ? 'voice' : 'sms',
    to: message.to.replace('-', ''),
    text: isCall ? message.voice : message.text,
    sign: settings['sign'] ?? '',
    callback: settings['callback'] ?? '',
  }
}

async function takenOf(message: Outgoing, answer: Response): Promise<Taken> {
  const body: unknown = await answer.json().catch(() => null)
  const read = (name: string) => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
    return typeof value === 'string' && value !== '' ? value.slice(0, 100) : null
  }
  if (answer.ok || answer.status === 409) return { id: message.id, taken: true, providerNo: read('providerNo') }
  if (answer.status === 429 || answer.status >= 500) {
    return { id: message.id, taken: false, forGood: false, fault: `网关暂时不行（${answer.status}）` }
  }
  const fault = `网关不收（${answer.status} ${read('error') ?? ''}）`.replace(' ）', '）')
  // A wrong key is our fault, not the recipient's: asked again when it is put right.
  return { id: message.id, taken: false, forGood: answer.status !== 401 && answer.status !== 403, fault }
}
