import { assignArticle, getArticle } from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { publishedArticle } from './articles.fixture.ts'

describe('SRV-06 an article gets another owner', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('who may write', async () => {
    const { params, checker } = await publishedArticle(world)
    const { owners } = await checker(getArticle, { params })
    const next = owners.find((one) => one.name === '黄晓敏')
    await checker(assignArticle, { params, body: { ownerId: next?.id ?? '' } })
    expect(await checker(getArticle, { params })).toMatchObject({ owner: '黄晓敏' })
    const nobody = { ownerId: '018f0000-0000-7000-8000-000000000001' }
    await expectRefusal(checker(assignArticle, { params, body: nobody }), 'knowledge.unknown_owner')
  })
})
