import { getArticle, listArticles, publicArticle, publicSearch, retireArticle } from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { publishedArticle } from './articles.fixture.ts'

describe('SRV-06 an article is retired', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is neither found nor read any more; its versions stay', async () => {
    const { id, params, writer, checker } = await publishedArticle(world)
    await checker(retireArticle, { params, body: { reason: '方案改了' } })
    expect((await world.anyone(publicSearch, { params: { q: '拐杖谁来买' } })).items).toEqual([])
    await expectRefusal(world.anyone(publicArticle, { params: { articleId: id } }), 'request.not_found')
    expect((await writer(listArticles, { query: {} })).items).toEqual([])
    expect((await writer(listArticles, { query: { state: 'retired' } })).items).toMatchObject([{ id }])
    expect(await writer(getArticle, { params })).toMatchObject({ stateWord: '已停用', versions: [{ version: 1 }] })
    await expectRefusal(checker(retireArticle, { params, body: { reason: '又' } }), 'lifecycle.not_possible')
  })
})
