import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { saveChannelSetting } from '../../notifications/index.ts'
import { openWorld, type World } from '../../testing/index.ts'
import type { Reply } from './channel-sender.ts'
import { fetchMedia } from './fetch-media.ts'
import { senderOf } from './registry.ts'
import { saidBy } from './said.fixture.ts'

const TOKEN = 'callback-token'
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Payloads as WeChat documents them. */
const head = (messageNo: string, sort: string) =>
  `<ToUserName><![CDATA[gh_7f083739789a]]></ToUserName><FromUserName><![CDATA[oFollower-0001]]></FromUserName>` +
  `<CreateTime>1793494800</CreateTime><MsgType><![CDATA[${sort}]]></MsgType><MsgId>${messageNo}</MsgId>`
const text = (no: string, words: string) => `<xml>${head(no, 'text')}<Content><![CDATA[${words}]]></Content></xml>`
const image = (no: string, media: string) =>
  `<xml>${head(no, 'image')}<PicUrl><![CDATA[http://mmbiz/1]]></PicUrl><MediaId><![CDATA[${media}]]></MediaId></xml>`
const voice = (no: string, media: string) =>
  `<xml>${head(no, 'voice')}<Format><![CDATA[amr]]></Format><MediaId><![CDATA[${media}]]></MediaId>` +
  `<Recognition><![CDATA[我的单子]]></Recognition></xml>`
const follow =
  `<xml><ToUserName><![CDATA[gh]]></ToUserName><FromUserName><![CDATA[oFollower-0001]]></FromUserName>` +
  `<CreateTime>123456789</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe]]></Event></xml>`

describe('SRV-03 SRV-02 what followers of the WeChat account say, and are told', () => {
  let world: World
  let wechat: Server
  let isAway = false
  const asked: string[] = []
  const bodies: string[] = []
  let sayings: number[] = []
  beforeAll(async () => {
    wechat = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://wechat')
      if (isAway) return response.writeHead(503).end()
      asked.push(url.pathname)
      let body = ''
      request.on('data', (chunk) => (body += chunk))
      request.on('end', () => bodies.push(body))
      const json = (body: unknown) =>
        response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(body))
      if (url.pathname === '/cgi-bin/token') return json({ access_token: `t-${newId()}`, expires_in: 7200 })
      if (url.pathname === '/cgi-bin/media/upload') return json({ type: 'image', media_id: 'M1', created_at: 1 })
      if (url.pathname.endsWith('/send')) return json({ errcode: sayings.shift() ?? 0, errmsg: '', msgid: 5 })
      if (url.searchParams.get('media_id') === 'gone') return json({ errcode: 40007, errmsg: 'invalid media_id' })
      return response.writeHead(200, { 'content-type': 'image/png' }).end(PICTURE)
    })
    wechat.listen(0, '127.0.0.1')
    await once(wechat, 'listening')
    const address = wechat.address()
    const base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
    world = await openWorld('2036-12-22T04:00:00.000Z')
    await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      saveChannelSetting(tx.db, 1, tx.vault, {
        channel: 'wechat',
        gateway: 'stand_in',
        settings: { appId: 'wx1', base, template: 'T0' },
        secrets: { callbackToken: TOKEN, appSecret: 's' },
        changedBy: newId(),
        changedAt: tx.now,
      }),
    )
  })
  afterAll(async () => {
    wechat.close()
    await world.close()
  })
  const call = async (xml: string, token = TOKEN, secondsAgo = 0) => {
    const timestamp = String(Math.floor(Date.parse(world.clock.now()) / 1000) - secondsAgo)
    const signature = createHash('sha1').update([token, timestamp, 'n1'].sort().join('')).digest('hex')
    const answer = await world.server.inject({
      method: 'POST',
      url: `/api/gateways/1/wechat/callback?${new URLSearchParams({ signature, timestamp, nonce: 'n1' }).toString()}`,
      headers: { 'content-type': 'text/xml' },
      payload: xml,
    })
    return [answer.statusCode, answer.body]
  }
  /** By the customer; the machine answers between. */
  const heard = async () => (await saidBy(world, 'wechat')).filter((one) => one.direction === 'in')
  const said = async () => (await heard()).map(({ text: words, at }, index) => [index + 1, words, at])
  const AT = '2026-11-01T01:00:00.000Z'

  it('words and then words: one request, in order, once, since WeChat had them', async () => {
    expect(await call(text('1', '怎么报案'))).toEqual([200, 'success'])
    expect(await call(text('1', '怎么报案'))).toEqual([200, 'success'])
    expect(await call(text('2', '在吗'))).toEqual([200, 'success'])
    expect(await call(follow)).toEqual([200, 'success'])
    expect(await said()).toEqual([
      [1, '怎么报案', AT],
      [2, '在吗', AT],
    ])
  })

  it('a wrong signature and a replay after the window are refused, a replay within it changes nothing', async () => {
    expect((await call(text('9', '假的'), 'wrong'))[0]).toBe(403)
    expect((await call(text('9', '假的'), TOKEN, 301))[0]).toBe(403)
    expect((await call(text('2', '在吗'), TOKEN, 200))[0]).toBe(200)
    expect(await said()).toHaveLength(2)
  })

  it('a picture is fetched and kept; while WeChat is away it waits, and comes once', async () => {
    isAway = true
    await call(image('3', 'media-1'))
    await call(image('3', 'media-1'))
    await world.runJobs()
    expect(await said()).toHaveLength(2)
    isAway = false
    await runAnew()
    const [, , last] = await heard()
    expect(last).toMatchObject({ text: '（图片）', fileNames: ['微信图片.png'], at: AT })
  })

  it('what WeChat has no more is still a message; a voice brings the words that were understood', async () => {
    await call(voice('4', 'gone'))
    await world.runJobs()
    expect((await said()).at(-1)).toEqual([4, '我的单子\n（客户发来语音，微信已不能提供（40007））', AT])
    expect(asked.filter((path) => path === '/cgi-bin/token')).toHaveLength(1)
  })

  it('SRV-12 a first picture is answered with its number, no further one; what did not come is asked for', async () => {
    const other = (xml: string) => call(xml.replaceAll('oFollower-0001', 'oFollower-0002'))
    bodies.splice(0)
    await other(image('11', 'media-11'))
    await world.runJobs()
    await other(image('12', 'media-12'))
    await world.runJobs()
    await other(voice('13', 'gone'))
    await world.runJobs()
    const told = bodies.filter((body) => body.includes('oFollower-0002')).map((body) => JSON.parse(body).text.content)
    expect(told).toEqual([
      expect.stringMatching(/^【自动回复】您发的图片收到了。已转给客服，编号 S\d{12}。/),
      '【自动回复】您发的语音没能从微信取到，请再发一次，或者打字告诉我们。',
    ])
    const machine = (await saidBy(world, 'wechat')).filter((one) => one.direction === 'out').map((one) => one.text)
    expect(machine.slice(-2)).toEqual(told)
  })

  const reply: Reply = {
    id: '019ab000-0000-7000-8000-000000000001',
    tenantId: 1,
    requestNo: 'S261100001237',
    channel: 'wechat',
    to: { name: '', phone: '', email: '', openid: 'oFollower-0001' },
    conversationKey: 'oFollower-0001',
    inReplyTo: '4',
    subject: '',
    text: '请带身份证到柜面。',
    files: [],
  }
  const send = async (change: Partial<Reply> = {}, codes: number[] = []) => {
    sayings = codes
    asked.splice(0)
    bodies.splice(0)
    const sent = await senderOf('wechat')?.send(world.app, { ...reply, ...change })
    return { sent, asked: asked.map((path) => path.replace('/cgi-bin/', '')) }
  }

  it('an answer is a customer-service message, pictures behind it', async () => {
    const file = { name: '地图.png', mediaType: 'image/png', bytes: PICTURE }
    const done = await send({ files: [file] })
    expect(done.sent).toEqual({ sent: true, providerNo: '5' })
    expect(done.asked).toEqual(['message/custom/send', 'media/upload', 'message/custom/send'])
    expect(JSON.parse(bodies[0] ?? '')).toEqual({
      touser: 'oFollower-0001',
      msgtype: 'text',
      text: { content: reply.text },
    })
    expect(JSON.parse(bodies[2] ?? '')).toMatchObject({ msgtype: 'image', image: { media_id: 'M1' } })
    const paper = { name: '清单.pdf', mediaType: 'application/pdf', bytes: PICTURE }
    expect((await send({ files: [paper] })).sent).toMatchObject({ sent: false, forGood: true })
  })

  it('after 48 hours it is a template message under our number; a token that ended is fetched anew, once', async () => {
    const late = await send({}, [45015])
    expect(late).toEqual({
      sent: { sent: true, providerNo: '5' },
      asked: ['message/custom/send', 'message/template/send'],
    })
    expect(JSON.parse(bodies[1] ?? '')).toMatchObject({ template_id: 'T0', client_msg_id: reply.id })
    const ended = await send({}, [40001])
    expect(ended.asked).toEqual(['message/custom/send', 'token', 'message/custom/send'])
    expect((await send({}, [40001, 40001])).sent).toMatchObject({ sent: false, forGood: false })
    expect((await send({}, [43004])).sent).toEqual({ sent: false, forGood: true, fault: '微信不收（43004）' })
  })

  /** What was put off by the clock of the world is not due by the clock of the database. */
  async function runAnew(): Promise<void> {
    const waiting = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('media_arrival').select('id').execute(),
    )
    for (const { id } of waiting) await fetchMedia(world.app, { tenantId: 1, arrivalId: id })
  }
})
