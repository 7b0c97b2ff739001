import { createHash } from 'node:crypto'
import { getNotice, listNotices, saveNoticePreference } from '@anpei/contract/notifications'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { putIn } from '../notices.fixture.ts'
import { saveChannelSetting } from './store-channels.ts'
import { sealForWechat } from './wechat-crypt.ts'

const TOKEN = 'callback-token'
const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const APP = 'wxb11529c136998cb6'
const OPEN_ID = 'oFollower-0001'

const ended = (messageNo: string, status: string) =>
  `<xml><ToUserName><![CDATA[gh_7f083739789a]]></ToUserName><FromUserName><![CDATA[${OPEN_ID}]]></FromUserName>` +
  `<CreateTime>1395658920</CreateTime><MsgType><![CDATA[event]]></MsgType>` +
  `<Event><![CDATA[TEMPLATESENDJOBFINISH]]></Event><MsgID>${messageNo}</MsgID>` +
  `<Status><![CDATA[${status}]]></Status></xml>`
const said = (messageNo: string, text: string, from = OPEN_ID) =>
  `<xml><ToUserName><![CDATA[gh_7f083739789a]]></ToUserName><FromUserName><![CDATA[${from}]]></FromUserName>` +
  `<CreateTime>1348831860</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text}]]></Content>` +
  `<MsgId>${messageNo}</MsgId></xml>`
const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')

describe('NTF-03 WeChat calls back', () => {
  let world: World
  let service: Caller
  let personId = ''
  const set = (secrets: Record<string, string>) =>
    systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      saveChannelSetting(tx.db, 1, tx.vault, {
        channel: 'wechat',
        gateway: 'stand_in',
        settings: { appId: APP },
        secrets,
        changedBy: newId(),
        changedAt: tx.now,
      }),
    )
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    const { id } = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('person').select('id').where('name', '=', testPeople.chen.name).executeTakeFirstOrThrow(),
    )
    personId = id
    const body = { preferred: ['wechat' as const], refused: [], wechatOpenId: OPEN_ID }
    await service(saveNoticePreference, { params: { personId }, body })
  })
  afterAll(() => world.close())

  /** A notice that went out by WeChat, and the number the platform gave it. */
  const sent = async () => {
    const subject = { kind: 'report', id: newId() }
    await putIn(world, { occasion: `wechat:${subject.id}`, subject, personId })
    await world.runJobs()
    const { items } = await service(listNotices, { query: { subjectId: subject.id } })
    const one = { params: { noticeId: items[0]?.id ?? '' } }
    const notice = await service(getNotice, one)
    expect(notice).toMatchObject({ state: 'sent', channel: 'wechat' })
    return { one, number: notice.attempts[0]?.providerNo ?? notice.attempts[0]?.id ?? '' }
  }
  const seconds = () => String(Math.floor(Date.parse(world.clock.now()) / 1000))
  const call = async (method: 'GET' | 'POST', query: Record<string, string>, xml?: string) => {
    const answer = await world.server.inject({
      method,
      url: `/api/gateways/1/wechat/callback?${new URLSearchParams(query).toString()}`,
      headers: xml === undefined ? {} : { 'content-type': 'text/xml' },
      ...(xml === undefined ? {} : { payload: xml }),
    })
    return { status: answer.statusCode, body: answer.body }
  }
  const plain = (xml: string, token = TOKEN, timestamp = seconds()) =>
    call('POST', { signature: sha1(token, timestamp, 'n1'), timestamp, nonce: 'n1', openid: OPEN_ID }, xml)
  const hidden = (xml: string, appId = APP, key = KEY) => {
    const [timestamp, sealed] = [seconds(), sealForWechat(key, appId, xml)]
    const query = { msg_signature: sha1(TOKEN, timestamp, 'n2', sealed), timestamp, nonce: 'n2', encrypt_type: 'aes' }
    return call(
      'POST',
      query,
      `<xml><ToUserName><![CDATA[gh]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`,
    )
  }
  const done = { status: 200, body: 'success' }

  it('the address is verified, and by nobody before an account is set up', async () => {
    const timestamp = seconds()
    const query = { signature: sha1(TOKEN, timestamp, 'n0'), timestamp, nonce: 'n0', echostr: '5836' }
    expect((await call('GET', query)).status).toBe(403)
    await set({ callbackToken: TOKEN })
    expect(await call('GET', query)).toEqual({ status: 200, body: '5836' })
    expect((await call('GET', { ...query, nonce: 'n9' })).status).toBe(403)
  })

  it('plain: what became of a template message, and an answer counts as reached, once', async () => {
    const first = await sent()
    expect(await plain(ended(first.number, 'success'))).toEqual(done)
    expect(await service(getNotice, first.one)).toMatchObject({ state: 'delivered' })
    expect(await plain(said('23456789012345678', '收到，谢谢'))).toEqual(done)
    expect(await plain(said('23456789012345678', '收到，谢谢'))).toEqual(done)
    expect(await service(getNotice, first.one)).toMatchObject({
      state: 'reached',
      answers: [{ text: '收到，谢谢' }],
      attempts: [{ state: 'reached', receiptWord: '已接听或回复' }],
    })
    const second = await sent()
    expect(await plain(ended(second.number, 'failed:user block'))).toEqual(done)
    expect(await service(getNotice, second.one)).toMatchObject({
      attempts: [{ channel: 'wechat', state: 'failed', fault: 'failed:user block' }],
    })
    expect(await plain(said('9', '你好', 'oStranger'))).toEqual(done)
  })

  it('a wrong signature, an old call and entities are refused', async () => {
    expect((await plain(said('10', '？'), 'another')).status).toBe(403)
    expect((await plain(said('10', '？'), TOKEN, '1395658920')).status).toBe(403)
    expect((await plain(`<!DOCTYPE x [<!ENTITY a "b">]>${said('10', '&a;')}`)).status).toBe(403)
    expect((await plain('not xml')).status).toBe(403)
  })

  it('sealed: the same, and nothing plain is taken any more', async () => {
    await set({ callbackToken: TOKEN, encodingAesKey: KEY })
    const { one, number } = await sent()
    expect((await plain(ended(number, 'success'))).status).toBe(403)
    expect((await hidden(ended(number, 'success'), 'wxOther')).status).toBe(403)
    expect((await hidden(ended(number, 'success'), APP, KEY.replace('abc', 'xyz'))).status).toBe(403)
    expect(await hidden(ended(number, 'success'))).toEqual(done)
    expect(await hidden(said('77', '好的'))).toEqual(done)
    expect(await service(getNotice, one)).toMatchObject({ state: 'reached', answers: [{ text: '好的' }] })
  })
})
