import { getArticle, listArticles, openArticle } from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { contentOf, openDraft } from './articles.fixture.ts'

describe('SRV-06 an article is begun', () => {
  let world: World
  let writer: Caller
  beforeAll(async () => {
    world = await openWorld()
    writer = await world.as('service1')
  })
  afterAll(() => world.close())

  it('belongs to who began it, and readers do not see it', async () => {
    const { id } = await openDraft(writer)
    expect(await writer(getArticle, { params: { articleId: id } })).toMatchObject({
      state: 'draft',
      owner: '李燕玲',
      published: null,
      open: { version: 1, content: { title: '拐杖谁来买' } },
      can: ['edit', 'submit', 'discard'],
    })
    expect((await writer(listArticles, { query: { kind: 'faq' } })).items).toMatchObject([{ id, stateWord: '未发布' }])
    expect((await writer(listArticles, { query: { only: 'due' } })).items).toEqual([])
  })

  it.each([
    ['contact data that no register knows', { body: '打 {mobile}' }, 'knowledge.unknown_contact'],
    ['a video without an address', { kind: 'video' as const }, 'knowledge.video_missing'],
    ['an address a page could run', { kind: 'video' as const, videoUrl: 'javascript:1' }, 'knowledge.video_missing'],
  ])('refuses %s', async (_name, change, code) => {
    await expectRefusal(openDraft(writer, change), code)
  })

  it('is for those who may write, and answers a question that is there', async () => {
    const body = { content: contentOf() }
    await expectRefusal((await world.as('finance1'))(openArticle, { body }), 'request.not_permitted')
    const missId = '018f0000-0000-7000-8000-000000000001'
    await expectRefusal(writer(openArticle, { body: { ...body, missId } }), 'request.not_found')
  })
})
