import { getArticle, saveDraft } from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { contentOf, publishedArticle, waitingArticle } from './articles.fixture.ts'

describe('SRV-06 a draft is kept', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('puts a new version beside what readers see, which stays as it is', async () => {
    const { params, writer, checker } = await publishedArticle(world)
    const content = contentOf({ title: '拐杖和轮椅谁来买' })
    await writer(saveDraft, { params, body: { content } })
    await checker(saveDraft, { params, body: { content: { ...content, keywords: '轮椅' } } })
    expect(await writer(getArticle, { params })).toMatchObject({
      published: { version: 1, content: { title: '拐杖谁来买' } },
      open: { version: 2, madeBy: '李燕玲、郑国华', content: { title: '拐杖和轮椅谁来买', keywords: '轮椅' } },
    })
  })

  it('leaves alone what waits for the second person', async () => {
    const writer = await world.as('service1')
    const { params } = await waitingArticle(writer)
    await expectRefusal(writer(saveDraft, { params, body: { content: contentOf() } }), 'knowledge.draft_waiting')
  })
})
