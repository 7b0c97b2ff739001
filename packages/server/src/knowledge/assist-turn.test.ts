import { assistantTurn, listAsked, type AssistantAnswer } from '@anpei/contract/knowledge'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { assistTurn } from './assist-turn.ts'
import { loadShippedArticles } from './load-shipped.ts'
import type { Dialogue } from './store-dialogues.ts'

const NO_SESSION = '018f0000-0000-7000-8000-000000000001'

describe('SRV-12 the guided assistant', () => {
  let world: World
  let at: AssistantAnswer
  const say = async (said: { choice?: number; text?: string }) => {
    at = await world.anyone(assistantTurn, { body: { session: at.session, ...said } })
    return at
  }
  const choose = (word: string) => say({ choice: at.choices.indexOf(word) })
  const begin = async () => {
    at = await world.anyone(assistantTurn, { body: {} })
    return at
  }
  beforeAll(async () => {
    world = await openWorld()
    await systemWrite(world.app, systemActor(1, 'test'), (tx) => loadShippedArticles(tx))
  })
  afterAll(() => world.close())

  it('says at once that it is a machine, and offers a person', async () => {
    expect(await begin()).toMatchObject({ machine: true, human: null })
    expect(at.says[0]).toContain('我是机器助手')
    expect(at.choices).toContain('找人')
  })

  it('leads to the report with what was told', async () => {
    await begin()
    await choose('出事了，要报案')
    await choose('摔倒')
    expect(await choose('儿女')).toMatchObject({ report: { cause: 'fall', relation: 'child' } })
  })

  it('reads out which papers are needed', async () => {
    await begin()
    await choose('要准备什么资料')
    expect((await choose('住院了')).says.join()).toContain('出院小结')
  })

  it('finds answers for words typed anywhere, and keeps what it did not find', async () => {
    await begin()
    const found = await say({ text: '阿公跌倒住院一天给多少钱' })
    expect(found.articles.map((one) => one.title)).toContain('意外住院津贴怎么算、怎么领')
    await say({ text: '股票开户' })
    const { misses } = await (await world.as('service1'))(listAsked, {})
    expect(misses).toMatchObject([{ question: '股票开户', where: '助手' }])
  })

  it('tells where a case stands only by number and ID, and answers a wrong one alike', async () => {
    // Also for whoever begins with the words, without having seen the choices.
    at = await world.anyone(assistantTurn, { body: { text: '查进度' } })
    expect(at.says.join()).toMatch(/机器.*案件号/s)
    await begin()
    await choose('查办到哪里了')
    expect(await say({ text: 'c2026 0000-0001' })).toMatchObject({ asks: 'idNumber' })
    expect((await say({ text: '440524194001150018' })).says.join()).toContain('不对')
    expect(at.choices).toContain('找人')
  })

  it('hands over to a person at any step, with what was said, no number in it', async () => {
    const handed: Pick<Dialogue, 'lines'>[] = []
    const doors = {
      handOver: async (_tx: unknown, dialogue: Pick<Dialogue, 'lines'>) => {
        handed.push(dialogue)
        return '客服马上来。'
      },
      progress: async () => '',
    }
    const turn = async (session: string | null, text?: string) => {
      const done = await systemWrite(world.app, systemActor(1, 'wechat'), (tx) =>
        assistTurn(tx, { session, text, channel: 'wechat' }, doors),
      )
      if (!done.ok) throw new Error(done.code)
      return done.value
    }
    const { session } = await turn(null)
    await turn(session, '3')
    await turn(session, 'C20260000001')
    await turn(session, '440524194001150018')
    expect(await turn(session, '我要人工')).toMatchObject({ human: { said: '客服马上来。' } })
    expect(await turn(session, '找人')).toMatchObject({ human: { phone: '0754-8000 0060' } })
    expect(handed).toHaveLength(1)
    expect(JSON.stringify(handed)).toContain('我要人工')
    expect(JSON.stringify(handed)).not.toContain('440524194001150018')
  })

  it('knows only dialogues that were begun', async () => {
    await expectRefusal(world.anyone(assistantTurn, { body: { session: NO_SESSION } }), 'request.not_found')
  })
})
