import { randomBytes } from 'node:crypto'
import { answerRequest, listCalls, listRequests, readChat, sayInChat, takeRequest } from '@anpei/contract/service-desk'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIVE_CHANNEL } from '../../http/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'

describe('SRV-02 SRV-05 T04 chat on the web page', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())
  const key = () => randomBytes(32).toString('base64url')
  const say = (chat: string, messageId: string, text: string) =>
    world.anyone(sayInChat, { body: { chat, messageId, text, name: '陈先生' } })
  const read = (chat: string) => world.anyone(readChat, { body: { chat } })

  it('one request, promised within three minutes, said once however often it is sent', async () => {
    const chat = key()
    expect(await read(chat)).toMatchObject({ requestNo: null, messages: [], onDuty: true })
    const first = await say(chat, 'm1', '钱什么时候到')
    expect(await say(chat, 'm1', '钱什么时候到')).toEqual(first)
    await say(chat, 'm2', '我急用')
    const shown = await read(chat)
    expect(shown).toMatchObject({ requestNo: first.requestNo, ahead: 0, ended: false })
    expect(shown.messages.map((one) => [one.mine, one.text])).toEqual([
      [true, '钱什么时候到'],
      [true, '我急用'],
    ])
    expect(Date.parse(shown.promisedAt ?? '') - Date.parse(world.clock.now())).toBe(180_000)
  })

  it('who came first waits less; an answer is there at once, from a name without the rest', async () => {
    const chat = key()
    world.clock.forward(30_000)
    await say(chat, 'm1', '怎么报案')
    expect((await read(chat)).ahead).toBe(1)
    const { items } = await agent(listRequests, { query: { channel: 'chat', sort: 'newest' } })
    const requestId = items[0]?.id ?? ''
    await agent(takeRequest, { params: { requestId } })
    await agent(answerRequest, { params: { requestId }, body: { channel: 'chat', text: '您好，我来帮您。' } })
    await world.runJobs()
    const shown = await read(chat)
    expect(shown).toMatchObject({ ahead: null, promisedAt: null })
    expect(shown.messages.at(-1)).toMatchObject({ mine: false, who: '李客服', text: '您好，我来帮您。' })
  })

  it('whoever hears of an answer finds nothing owed any more: told and noted together', async () => {
    const chat = key()
    const { requestNo } = await say(chat, 'm1', '要带什么')
    const { items } = await agent(listRequests, { query: { channel: 'chat', sort: 'newest' } })
    await agent(answerRequest, {
      params: { requestId: items[0]?.id ?? '' },
      body: { channel: 'chat', text: '身份证。' },
    })
    const ear = new pg.Client({ connectionString: world.url })
    await ear.connect()
    await ear.query(`select set_config('anpei.tenant_id', '1', false)`)
    const stand = `select state, unanswered_since as since from desk_request where request_no = $1`
    const heard = new Promise<unknown>((resolve, reject) => {
      ear.on('notification', ({ payload }) => {
        if (payload?.includes('"chat.')) ear.query(stand, [requestNo]).then(({ rows }) => resolve(rows), reject)
      })
    })
    await ear.query(`listen ${LIVE_CHANNEL}`)
    await world.runJobs()
    expect(await heard).toEqual([{ state: 'answered', since: null }])
    await ear.end()
  })

  it('another key reads nothing, and a flood is held', async () => {
    expect((await read(key())).messages).toEqual([])
    const chat = key()
    await Promise.all(Array.from({ length: 60 }, (_, no) => say(chat, `m${no}`, '在吗')))
    await expectRefusal(say(chat, 'm61', '在吗'), 'request.too_many')
    expect((await agent(listCalls, { query: {} })).items).toEqual([])
  })
})
