import { getArticle, giveFeedback, listAsked } from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { publishedArticle } from './articles.fixture.ts'

describe('SRV-06 有没有帮到您', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is counted, and a no with its word reaches the owner, without numbers', async () => {
    const { params, writer } = await publishedArticle(world)
    await world.anyone(giveFeedback, { params, body: { helped: true, where: 'portal' } })
    const word = '还是不知道去哪里买，我电话 139 0000 0000'
    await world.anyone(giveFeedback, { params, body: { helped: false, word, where: 'staff' } })
    expect(await writer(getArticle, { params })).toMatchObject({
      helped: 1,
      notHelped: 1,
      complaints: [{ word: '还是不知道去哪里买，我电话 ＊', where: '网上自助' }],
    })
    expect((await writer(listAsked, {})).leastHelpful).toMatchObject([{ title: '拐杖谁来买', open: 1 }])
  })

  it('is only for who may read the article, and not without end', async () => {
    const { params, writer } = await publishedArticle(world, { audience: 'staff' })
    const body = { helped: true, where: 'portal' as const }
    await expectRefusal(world.anyone(giveFeedback, { params, body }), 'request.not_found')
    expect(await writer(giveFeedback, { params, body })).toMatchObject({ thanks: '谢谢您。' })
    const open = (await publishedArticle(world)).params
    for (let given = 0; given < 50; given++) await world.anyone(giveFeedback, { params: open, body })
    await expectRefusal(world.anyone(giveFeedback, { params: open, body }), 'request.too_many')
  })
})
