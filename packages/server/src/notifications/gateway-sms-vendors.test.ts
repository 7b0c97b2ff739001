import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aliyunGateway, signAliyun } from './channels/gateway-aliyun.ts'
import { signTencent, tencentGateway } from './channels/gateway-tencent.ts'
import type { Outgoing } from './channels/gateway.ts'

const message: Outgoing = {
  id: '019ab000-0000-7000-8000-000000000001',
  channel: 'sms',
  to: '13812345678',
  recipientMasked: '138****5678',
  template: 'paid',
  title: '理赔款到账（安赔）',
  text: '【安赔】陈秀英：理赔款¥300.00已到账 (*)',
  voice: '',
  facts: { name: '陈秀英', amount: '¥300.00' },
}
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

type Seen = { url: URL; headers: IncomingHttpHeaders; body: string }
const seen: Seen[] = []
let reply: { status?: number; body: unknown } = { body: {} }
let server: Server
let base = ''
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      seen.push({ url: new URL(request.url ?? '/', base), headers: request.headers, body })
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(reply.body))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
})
afterAll(() => server.close())
beforeEach(() => seen.splice(0))
function first(): Seen {
  const [one] = seen
  if (!one) throw new Error('nothing was sent')
  return one
}

describe('NTF-01 short messages by 阿里云短信', () => {
  const settings = () => ({ base, accessKeyId: 'LTAI-1', sign: '安赔', template: 'SMS_0', 'template.paid': 'SMS_1' })
  const open = () => aliyunGateway({ settings: settings(), secrets: { accessKeySecret: 's3' } })

  it('signs as in the example of the documentation', () => {
    const account = { keyId: 'YourAccessKeyId', secret: 'YourAccessKeySecret' }
    const { authorization } = signAliyun(account, {
      host: 'ecs.cn-shanghai.aliyuncs.com',
      action: 'RunInstances',
      version: '2014-05-26',
      query: 'ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai',
      date: '2023-10-26T10:22:32Z',
      nonce: '3156853299f313e23d1673dc12e1703d',
    })
    expect(authorization).toContain('Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0')
  })

  it('sends the registered template with our facts and our number, signed over what arrived', async () => {
    reply = { body: { Code: 'OK', Message: 'OK', BizId: '9006197469364984^0', RequestId: 'r' } }
    expect(await open().send([message])).toEqual([{ id: message.id, taken: true, providerNo: '9006197469364984^0' }])
    const { url, headers } = first()
    expect(Object.fromEntries(url.searchParams)).toEqual({
      PhoneNumbers: '13812345678',
      SignName: '安赔',
      TemplateCode: 'SMS_1',
      TemplateParam: '{"name":"陈秀英","amount":"¥300.00"}',
      OutId: message.id,
    })
    expect(headers).toMatchObject({ 'x-acs-action': 'SendSms', 'x-acs-version': '2017-05-25' })
    const names = 'host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version'
    const lines = names.split(';').map((name) => `${name}:${String(headers[name])}\n`)
    const canonical = ['POST', '/', url.search.slice(1), lines.join(''), names, sha256('')].join('\n')
    const signature = hmac('s3', `ACS3-HMAC-SHA256\n${sha256(canonical)}`).toString('hex')
    expect(headers.authorization).toBe(
      `ACS3-HMAC-SHA256 Credential=LTAI-1,SignedHeaders=${names},Signature=${signature}`,
    )
  })

  it('an occasion without a template of its own uses the common one', async () => {
    await open().send([{ ...message, template: 'desk_reply' }])
    expect(seen[0]?.url.searchParams.get('TemplateCode')).toBe('SMS_0')
    expect(seen[0]?.url.searchParams.get('TemplateParam')).toBe(JSON.stringify({ text: message.text }))
  })

  it.each([
    ['isv.MOBILE_NUMBER_ILLEGAL', 200, true],
    ['isv.BUSINESS_LIMIT_CONTROL', 200, false],
    ['isv.AMOUNT_NOT_ENOUGH', 200, false],
    ['SignatureDoesNotMatch', 400, false],
    ['', 502, false],
  ])('%s (%i)', async (code, status, forGood) => {
    reply = { status, body: { Code: code } }
    expect(await open().send([message])).toMatchObject([{ taken: false, forGood }])
  })
})

describe('NTF-01 short messages by 腾讯云短信', () => {
  const settings = () => ({
    base,
    secretId: 'AKID-1',
    appId: '1400006666',
    sign: '安赔',
    template: '100',
    'template.paid': '101',
    'params.paid': 'amount, name',
  })
  const open = () => tencentGateway({ settings: settings(), secrets: { secretKey: 's3' } })

  it('signs as in the example of the documentation', () => {
    const account = { keyId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', secret: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' }
    const body = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}'
    const asked = { host: 'cvm.tencentcloudapi.com', service: 'cvm', body, seconds: 1_551_113_065 }
    expect(signTencent(account, asked)).toContain(
      'Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
    )
  })

  it('sends the registered template with its numbered variables, signed over what arrived', async () => {
    const sent = { SerialNo: '5000:1045710669157053657849499619', SessionContext: message.id, Code: 'Ok' }
    reply = { body: { Response: { SendStatusSet: [sent], RequestId: 'r' } } }
    expect(await open().send([message])).toEqual([{ id: message.id, taken: true, providerNo: sent.SerialNo }])
    const { headers, body } = first()
    expect(JSON.parse(body)).toEqual({
      SmsSdkAppId: '1400006666',
      SignName: '安赔',
      PhoneNumberSet: ['+8613812345678'],
      TemplateId: '101',
      TemplateParamSet: ['¥300.00', '陈秀英'],
      SessionContext: message.id,
    })
    expect(headers).toMatchObject({ 'x-tc-action': 'SendSms', 'x-tc-version': '2021-01-11' })
    const seconds = String(headers['x-tc-timestamp'])
    const day = new Date(Number(seconds) * 1000).toISOString().slice(0, 10)
    const lines = `content-type:application/json; charset=utf-8\nhost:${String(headers.host)}\n`
    const canonical = ['POST', '/', '', lines, 'content-type;host', sha256(body)].join('\n')
    const text = ['TC3-HMAC-SHA256', seconds, `${day}/sms/tc3_request`, sha256(canonical)].join('\n')
    const signature = hmac(hmac(hmac(hmac('TC3s3', day), 'sms'), 'tc3_request'), text).toString('hex')
    expect(headers.authorization).toContain(`Signature=${signature}`)
  })

  it.each([
    ['InvalidParameterValue.IncorrectPhoneNumber', true],
    ['LimitExceeded.PhoneNumberDailyLimit', false],
  ])('a number answered %s', async (code, forGood) => {
    reply = { body: { Response: { SendStatusSet: [{ Code: code }] } } }
    expect(await open().send([message])).toMatchObject([
      { taken: false, forGood, fault: expect.stringContaining(code) },
    ])
  })

  it('a fault of the account is tried again', async () => {
    reply = { body: { Response: { Error: { Code: 'AuthFailure.SignatureFailure', Message: '' } } } }
    expect(await open().send([message])).toMatchObject([{ taken: false, forGood: false }])
  })
})
