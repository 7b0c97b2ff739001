/**
 * NTF-01: WeChat template messages. `POST <base>/cgi-bin/message/template/send?access_token=…` with `{ touser,
 * template_id, url, client_msg_id, data: { <variable>: { value } } }`. `client_msg_id` is our number: WeChat sends it
 * once within a day.
 */
import { need, oneByOne, type Gateway, type GatewaySettings, type Outgoing, type Taken } from './gateway.ts'
import { isForGood, wechatApi } from './wechat-api.ts'

/** The number was sent before. */
const SENT_BEFORE = 43116

export function wechatGateway(given: GatewaySettings, patienceMs?: number): Gateway {
  const api = wechatApi(given, patienceMs)
  return oneByOne(async (message): Promise<Taken> => {
    const got = await api.post('/cgi-bin/message/template/send', bodyOf(message, given.settings))
    if (got.code === 0 || got.code === SENT_BEFORE)
      return { id: message.id, taken: true, providerNo: got.messageNo === '' ? null : got.messageNo }
    return { id: message.id, taken: false, forGood: isForGood(got.code), fault: `微信不收（${got.code}）` }
  })
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
