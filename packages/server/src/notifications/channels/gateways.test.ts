import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Server as NetServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { httpGateway } from './gateway-http.ts'
import { smtpGateway } from './gateway-smtp.ts'
import { wechatGateway } from './gateway-wechat.ts'
import type { Outgoing } from './gateway.ts'

const message: Outgoing = {
  id: '019ab000-0000-7000-8000-000000000001',
  channel: 'sms',
  to: '13812345678',
  recipientMasked: '138****5678',
  template: 'paid',
  title: '理赔款到账（安赔）',
  text: '【安赔】陈秀英：案件P1的理赔款¥300.00已到账 <b>',
  voice: '陈秀英，理赔款三百元已到账',
  facts: { name: '陈秀英', amount: '¥300.00' },
}

function portOf(server: NetServer): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('nobody listens')
  return address.port
}

type Seen = { url: URL; method: string; body: Record<string, unknown>; authorization: string | undefined }
type Reply = { status?: number; body?: unknown; delayMs?: number }

/** A real server that answers as the test says. */
async function listen(reply: (seen: Seen) => Reply): Promise<{ server: Server; base: string; seen: Seen[] }> {
  const seen: Seen[] = []
  const server = createServer((request: IncomingMessage, response) => {
    let text = ''
    request.on('data', (chunk) => (text += chunk))
    request.on('end', () => {
      const one: Seen = {
        url: new URL(request.url ?? '/', 'http://gateway'),
        method: request.method ?? '',
        body: text === '' ? {} : JSON.parse(text),
        authorization: request.headers.authorization,
      }
      seen.push(one)
      const { status = 200, body = {}, delayMs = 0 } = reply(one)
      setTimeout(() => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(JSON.stringify(body))
      }, delayMs)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, base: `http://127.0.0.1:${portOf(server)}`, seen }
}

describe('NTF-01 short messages and calls over HTTP', () => {
  let gateway: Awaited<ReturnType<typeof listen>>
  let reply: Reply = {}
  beforeAll(async () => {
    gateway = await listen(() => reply)
  })
  afterAll(() => gateway.server.close())
  beforeEach(() => gateway.seen.splice(0))
  const open = (patienceMs = 1000) =>
    httpGateway(
      { settings: { url: gateway.base, sign: '安赔', callback: 'https://x/r' }, secrets: { key: 'k1' } },
      patienceMs,
    )

  it('carries our number, so that it is sent once, and keeps the gateway’s', async () => {
    reply = { body: { providerNo: 'G-1' } }
    expect(await open().send([message])).toEqual([{ id: message.id, taken: true, providerNo: 'G-1' }])
    expect(gateway.seen[0]).toMatchObject({
      method: 'POST',
      authorization: 'Bearer k1',
      body: {
        number: message.id,
        kind: 'sms',
        to: '13812345678',
        text: message.text,
        sign: '安赔',
        callback: 'https://x/r',
      },
    })
  })

  it('a call says the spoken words, to a number without a hyphen', async () => {
    reply = { body: {} }
    await open().send([{ ...message, channel: 'voice', to: '0754-81234567' }])
    expect(gateway.seen[0]?.body).toMatchObject({ kind: 'voice', to: '075481234567', text: message.voice })
  })

  it.each<[string, Reply, object]>([
    ['taken before', { status: 409, body: {} }, { taken: true, providerNo: null }],
    [
      'a number it refuses',
      { status: 422, body: { error: '空号' } },
      { taken: false, forGood: true, fault: '网关不收（422 空号）' },
    ],
    ['a wrong key', { status: 401 }, { taken: false, forGood: false }],
    ['too many', { status: 429 }, { taken: false, forGood: false }],
    ['broken', { status: 502 }, { taken: false, forGood: false }],
    ['too slow', { delayMs: 400 }, { taken: false, forGood: false, fault: expect.stringContaining('太慢') }],
  ])('%s', async (_case, answer, taken) => {
    reply = answer
    expect(await open(150).send([message])).toMatchObject([{ id: message.id, ...taken }])
  })

  it('one that fails does not hold the others up', async () => {
    const other = await listen((seen) => (seen.body['to'] === '13812345678' ? { delayMs: 500 } : { body: {} }))
    const messages = Array.from({ length: 30 }, (_, i) => ({
      ...message,
      id: `${i}`,
      to: i === 0 ? message.to : '13900000000',
    }))
    const answers = await httpGateway({ settings: { url: other.base }, secrets: { key: 'k' } }, 150).send(messages)
    expect(answers.filter((one) => one.taken)).toHaveLength(29)
    await pause(400)
    other.server.close()
  })

  it('a gateway nobody listens at is tried again later', async () => {
    const gone = httpGateway({ settings: { url: 'http://127.0.0.1:1/' }, secrets: { key: 'k' } })
    expect(await gone.send([message])).toMatchObject([{ taken: false, forGood: false }])
  })
})

describe('NTF-01 WeChat template messages', () => {
  let tokens = 0
  let answers: number[] = []
  let wechat: Awaited<ReturnType<typeof listen>>
  beforeAll(async () => {
    wechat = await listen(({ url }) => {
      if (url.pathname === '/cgi-bin/token') return { body: { access_token: `t${++tokens}`, expires_in: 7200 } }
      return { body: { errcode: answers.shift() ?? 0, errmsg: '', msgid: 10_001 } }
    })
  })
  afterAll(() => wechat.server.close())
  beforeEach(() => wechat.seen.splice(0))
  const open = () =>
    wechatGateway({
      settings: { base: wechat.base, appId: 'wx1', template: 'T0', 'template.paid': 'T1', page: 'https://x/' },
      secrets: { appSecret: 's' },
    })
  const wx = { ...message, channel: 'wechat', to: 'o-open-id' } as const

  it('fetches a token once, sends with it, and keeps the number', async () => {
    expect(await open().send([wx])).toEqual([{ id: message.id, taken: true, providerNo: '10001' }])
    await open().send([wx])
    expect(wechat.seen.map((one) => one.url.pathname)).toEqual([
      '/cgi-bin/token',
      '/cgi-bin/message/template/send',
      '/cgi-bin/message/template/send',
    ])
    expect(Object.fromEntries(wechat.seen[0]?.url.searchParams ?? [])).toEqual({
      grant_type: 'client_credential',
      appid: 'wx1',
      secret: 's',
    })
    expect(wechat.seen[1]).toMatchObject({
      body: {
        touser: 'o-open-id',
        template_id: 'T1',
        url: 'https://x/',
        client_msg_id: message.id,
        data: { amount: { value: '¥300.00' }, text: { value: message.text } },
      },
    })
    expect(wechat.seen[1]?.url.searchParams.get('access_token')).toBe('t1')
  })

  it.each([40001, 42001])('a token that ended (%i) is fetched anew, once', async (code) => {
    answers = [code]
    expect(await open().send([wx])).toMatchObject([{ taken: true }])
    expect(wechat.seen.map((one) => one.url.pathname.split('/').at(-1))).toEqual(['send', 'token', 'send'])
    answers = [code, code]
    expect(await open().send([wx])).toMatchObject([{ taken: false, forGood: false }])
    answers = []
  })

  it.each<[number, object]>([
    [43004, { taken: false, forGood: true, fault: '微信不收（43004）' }],
    [45009, { taken: false, forGood: false }],
    [43116, { taken: true }],
  ])('answers %i', async (code, taken) => {
    answers = [code]
    expect(await open().send([wx])).toMatchObject([taken])
  })
})

describe('NTF-01 e-mail over SMTP', () => {
  const mails: string[] = []
  let server: SMTPServer
  let port = 0
  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onAuth: (auth, _session, done) => {
        done(auth.password === 'pw' ? null : new Error('no'), { user: auth.username })
      },
      onRcptTo: (address, _session, done) => {
        done(
          address.address.startsWith('gone') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null,
        )
      },
      onData: (stream, _session, done) => {
        let text = ''
        stream.on('data', (chunk) => (text += chunk))
        stream.on('end', () => {
          mails.push(text)
          done()
        })
      },
    })
    server.listen(0, '127.0.0.1')
    await once(server.server, 'listening')
    port = portOf(server.server)
  })
  afterAll(() => new Promise<void>((done) => server.close(() => done())))
  const open = (at = port) =>
    smtpGateway(
      {
        settings: {
          host: '127.0.0.1',
          port: String(at),
          security: 'none',
          from: '安赔 <fuwu@anpei.example>',
          user: 'u',
        },
        secrets: { password: 'pw' },
      },
      2000,
    )
  const mail = { ...message, channel: 'email', to: 'chen@family.example' } as const

  it('goes out in large type under a Message-ID made of our number', async () => {
    const id = `<${message.id}@anpei.example>`
    expect(await open().send([mail])).toEqual([{ id: message.id, taken: true, providerNo: id }])
    expect(mails[0]).toContain(`Message-ID: ${id}`)
    expect(mails[0]).toContain('To: chen@family.example')
    expect(mails[0]).toContain('Auto-Submitted: auto-generated')
    // Long lines of quoted-printable are broken softly.
    const raw = mails[0]?.replace(/=\r\n/g, '') ?? ''
    expect(raw).toContain('font-size:22px')
    expect(raw).toContain('&lt;b&gt;')
    expect(raw).not.toContain('application/pdf')
  })

  it('brings the letter it tells of', async () => {
    const attachment = { fileName: '告知书-H1.pdf', pdf: Buffer.from('%PDF-1.7 letter') }
    await open().send([{ ...mail, attachment }])
    expect(mails.at(-1)).toContain('Content-Type: application/pdf')
    expect(mails.at(-1)).toContain(attachment.pdf.toString('base64'))
  })

  it('a mailbox that does not exist is refused for good; one mail’s fault is no other’s', async () => {
    const answers = await open().send([
      { ...mail, id: 'a', to: 'gone@family.example' },
      { ...mail, id: 'b' },
    ])
    expect(answers.toSorted((x, y) => (x.id < y.id ? -1 : 1))).toMatchObject([
      { id: 'a', taken: false, forGood: true, fault: expect.stringContaining('550') },
      { id: 'b', taken: true },
    ])
  })

  it('a server that is not there is tried again later', async () => {
    expect(await open(1).send([mail])).toMatchObject([{ taken: false, forGood: false }])
  })
})
