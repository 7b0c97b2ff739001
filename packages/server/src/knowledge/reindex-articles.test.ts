import { searchKnowledge } from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../testing/index.ts'
import { publishedArticle } from './articles.fixture.ts'
import { reindexArticles } from './reindex-articles.ts'
import { dropTerms } from './store-terms.ts'

describe('SRV-06 every article is read anew', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('also after it was broken off in the middle', async () => {
    const { id, writer } = await publishedArticle(world)
    await world.app.pool.withTenant(1, ({ db }) => dropTerms(db, 1, id))
    const find = () => writer(searchKnowledge, { query: { q: '拐杖谁来买' } })
    expect((await find()).items).toEqual([])
    await reindexArticles(world.app, { tenantId: 1, version: 1 })
    await reindexArticles(world.app, { tenantId: 1, version: 1 })
    expect((await find()).items).toMatchObject([{ id }])
  })
})
