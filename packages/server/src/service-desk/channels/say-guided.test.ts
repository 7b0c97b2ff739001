import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { answerRequest, getRequest, listRequests, takeRequest } from '@anpei/contract/service-desk'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { loadShippedArticles } from '../../knowledge/index.ts'
import { saveChannelSetting, sealForWechat } from '../../notifications/index.ts'
import { openWorld, type Caller, type World } from '../../testing/index.ts'
import { sayGuided } from './say-guided.ts'

const TOKEN = 'callback-token'
const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const APP = 'wxb11529c136998cb6'
const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')

/** Monday 2026-03-02 10:00 in Shanghai. */
const OPEN = '2026-03-02T02:00:00.000Z'

describe('SRV-12 SRV-03 the guided assistant answers followers of the public account', () => {
  let world: World
  let agent: Caller
  let wechat: Server
  let base = ''
  let isAway = false
  let serial = 0
  const sent: { touser: string; text: string }[] = []
  const set = (secrets: Record<string, string>) =>
    systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      saveChannelSetting(tx.db, 1, tx.vault, {
        channel: 'wechat',
        gateway: 'stand_in',
        settings: { appId: APP, base },
        secrets: { callbackToken: TOKEN, appSecret: 's', ...secrets },
        changedBy: newId(),
        changedAt: tx.now,
      }),
    )
  beforeAll(async () => {
    wechat = createServer((request, response) => {
      if (isAway) return response.writeHead(503).end()
      let body = ''
      request.on('data', (chunk) => (body += chunk))
      request.on('end', () => {
        const isToken = request.url?.startsWith('/cgi-bin/token')
        if (!isToken) {
          const { touser, text } = JSON.parse(body)
          sent.push({ touser, text: text.content })
        }
        response.end(JSON.stringify(isToken ? { access_token: 't', expires_in: 7200 } : { errcode: 0, msgid: 1 }))
      })
    })
    wechat.listen(0, '127.0.0.1')
    await once(wechat, 'listening')
    const address = wechat.address()
    base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
    world = await openWorld(OPEN)
    agent = await world.as('service1')
    await systemWrite(world.app, systemActor(1, 'test'), (tx) => loadShippedArticles(tx))
    await set({})
  })
  afterAll(async () => {
    wechat.close()
    await world.close()
  })

  const seconds = () => String(Math.floor(Date.parse(world.clock.now()) / 1000))
  const xmlOf = (from: string, text: string, no: string) =>
    `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[${from}]]></FromUserName>` +
    `<CreateTime>${seconds()}</CreateTime><MsgType><![CDATA[text]]></MsgType>` +
    `<Content><![CDATA[${text}]]></Content><MsgId>${no}</MsgId></xml>`
  const post = async (query: Record<string, string>, payload: string) => {
    const answer = await world.server.inject({
      method: 'POST',
      url: `/api/gateways/1/wechat/callback?${new URLSearchParams(query).toString()}`,
      headers: { 'content-type': 'text/xml' },
      payload,
    })
    return answer.statusCode
  }
  const plain = (xml: string, token = TOKEN) => {
    const timestamp = seconds()
    return post({ signature: sha1(token, timestamp, 'n1'), timestamp, nonce: 'n1' }, xml)
  }
  const hidden = (xml: string) => {
    const [timestamp, sealed] = [seconds(), sealForWechat(KEY, APP, xml)]
    const query = { msg_signature: sha1(TOKEN, timestamp, 'n2', sealed), timestamp, nonce: 'n2', encrypt_type: 'aes' }
    return post(query, `<xml><ToUserName><![CDATA[gh]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`)
  }
  /** Says it, WeChat sends it twice, and answers all the machine said to this follower since. */
  const say = async (from: string, text: string, by = plain) => {
    sent.splice(0)
    const xml = xmlOf(from, text, `m${++serial}`)
    expect(await by(xml)).toBe(200)
    expect(await by(xml)).toBe(200)
    await world.runJobs()
    return sent.filter((one) => one.touser === from).map((one) => one.text)
  }
  const requests = async () => (await agent(listRequests, { query: { channel: 'wechat', sort: 'newest' } })).items
  const newest = async () => {
    const [row] = await requests()
    return agent(getRequest, { params: { requestId: row?.id ?? '' } })
  }

  it('greets as a machine, leads by numbers, once however often it is sent, and asks nothing of the desk', async () => {
    const [hello, ...more] = await say('oA', '你好')
    expect(more).toEqual([])
    expect(hello).toContain('我是机器助手，不是真人')
    expect(hello).toContain('5 找人')
    await say('oA', '2')
    expect((await say('oA', '1')).join()).toContain('出院小结')
    expect(await requests()).toEqual([])
  })

  it('hands over at once on 人工, with all that was said, tells until when, and is silent from then on', async () => {
    const [told] = await say('oA', '人工')
    const view = await newest()
    expect(view).toMatchObject({ subject: '助手转人工', state: 'received', unansweredSince: world.clock.now() })
    expect(view.messages[0]?.text).toMatch(/客户：要准备什么资料[^]*出院小结[^]*客户：人工/)
    expect(told).toContain(`编号 ${view.requestNo}。现在有客服在班，最迟3月3日10:00前由专人回复您`)
    expect(await say('oA', '1')).toEqual([])
    expect((await newest()).messages.at(-1)).toMatchObject({ text: '1', direction: 'in' })
  })

  it('own words are answered by articles twice, reach the desk each time, and the third goes to a person', async () => {
    const first = (await say('oB', '阿公跌倒住院一天给多少钱')).join()
    expect(first).toContain('我是机器助手')
    expect(first).toContain('《意外住院津贴怎么算、怎么领》')
    expect(first).toContain('最迟3月3日10:00前由专人回复您')
    expect((await say('oB', '那要几天才到账')).join()).toContain('已转给客服')
    expect((await say('oB', '我还是不明白')).join()).toContain('好，帮您找人。')
    expect(await say('oB', '在吗')).toEqual([])
    const view = await newest()
    const said = view.messages.map(({ direction, automatic }) =>
      direction === 'in' ? 'customer' : automatic ? 'machine' : 'person',
    )
    expect(said).toEqual(['customer', 'machine', 'customer', 'machine', 'customer', 'machine', 'customer'])
    // What the machine said is no answer: the promise runs from the first words.
    expect(view).toMatchObject({ state: 'received', firstAnsweredAt: null, unansweredSince: world.clock.now() })
    expect(view.clocks).toMatchObject([{ id: 'T42', state: 'running' }])
  })

  it('while a person works on it the machine keeps out', async () => {
    await say('oC', '我的单子到哪了，麻烦看一下')
    const requestId = (await newest()).id
    await agent(takeRequest, { params: { requestId } })
    expect(await say('oC', '2')).toEqual([])
    await agent(answerRequest, { params: { requestId }, body: { channel: 'wechat', text: '您好，我是李燕玲。' } })
    await world.runJobs()
    expect(sent.map((one) => one.text)).toEqual(['您好，我是李燕玲。'])
    expect(await newest()).toMatchObject({ state: 'answered', firstAnsweredAt: world.clock.now() })
  })

  it('an accident told by numbers is a report at the desk', async () => {
    for (const words of ['你好', '1', '1']) await say('oD', words)
    const [told] = await say('oD', '3')
    expect(told).toContain('/portal/report')
    expect(await newest()).toMatchObject({ kind: 'report', subject: '助手接报' })
    expect((await newest()).messages[0]?.text).toMatch(/客户：摔倒[^]*客户：儿女/)
  })

  it('an ID number never reaches the desk, and one who guesses shuts the door for himself only', async () => {
    const ask = async (who: string, caseNo: string) => {
      for (const words of ['你好', '3', caseNo]) await say(who, words)
      return (await say(who, '440524194001150018')).join()
    }
    for (const who of ['oG', 'oG', 'oG', 'oG', 'oG']) expect(await ask(who, `C2026000000${++serial}`)).toContain('不对')
    expect(await ask('oG', 'C20260000998')).toContain('分钟')
    expect(await ask('oH', 'C20260000999')).toContain('不对')
    expect(JSON.stringify(await requests())).not.toContain('oG')
  })

  it('sealed: the same, and plain ones no more; at night it says from when a person looks', async () => {
    await set({ encodingAesKey: KEY })
    world.clock.forward(12 * 3_600_000)
    expect(await plain(xmlOf('oE', '你好', 's1'))).toBe(403)
    expect((await say('oE', '你好', hidden))[0]).toContain('我是机器助手')
    const [told] = await say('oE', '人工', hidden)
    expect(told).toContain('现在不是上班时间，3月3日9:00起有客服来看，最迟3月3日22:00前由专人回复您')
    expect(told).toContain('24 小时有人接')
  })

  it('WeChat away: said later, in order, once', async () => {
    isAway = true
    expect(await say('oF', '你好', hidden)).toEqual([])
    expect(await say('oF', '2', hidden)).toEqual([])
    isAway = false
    const follower = world.app.vault(1).lookupHash('token', 'wechat:oF').toString('hex')
    await sayGuided(world.app, { tenantId: 1, follower })
    await sayGuided(world.app, { tenantId: 1, follower })
    const texts = sent.map((one) => one.text.split('\n')[0])
    expect(texts).toEqual(['您好！我是机器助手，不是真人。我帮您指路，不能决定赔不赔。', '是哪一种情况？'])
  })
})
