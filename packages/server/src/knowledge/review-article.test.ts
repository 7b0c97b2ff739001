import { getArticle, listArticles, reviewArticle } from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { publishedArticle, REVIEW_ON } from './articles.fixture.ts'

describe('SRV-06 the owner looks at an article again', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('and sets the next day', async () => {
    const { id, params } = await publishedArticle(world)
    world.clock.set(`${REVIEW_ON}T02:00:00.000Z`)
    const writer = await world.as('service1')
    expect((await writer(listArticles, { query: { only: 'due' } })).items).toMatchObject([{ id, reviewDue: true }])
    await expectRefusal(writer(reviewArticle, { params, body: { reviewOn: REVIEW_ON } }), 'knowledge.review_day')
    await writer(reviewArticle, { params, body: { reviewOn: '2027-07-01' } })
    expect(await writer(getArticle, { params })).toMatchObject({ reviewOn: '2027-07-01', reviewDue: false })
    const other = await world.as('assessor1')
    await expectRefusal(other(reviewArticle, { params, body: { reviewOn: '2027-08-01' } }), 'request.not_found')
  })
})
