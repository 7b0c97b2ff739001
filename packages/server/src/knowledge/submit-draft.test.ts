import { knowledgeDuties, saveDraft, submitDraft } from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { contentOf, publishedArticle, waitingArticle } from './articles.fixture.ts'

describe('SRV-06 a draft is put forward', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('stands among the duties of those who may publish, not of its writer', async () => {
    const writer = await world.as('pm')
    const { id, params } = await waitingArticle(writer)
    const duty = { id, what: 'publish', whatWord: '待我复核', title: '拐杖谁来买' }
    expect((await (await world.as('head'))(knowledgeDuties, {})).duties).toMatchObject([duty])
    expect((await writer(knowledgeDuties, {})).duties).toEqual([])
    await expectRefusal(writer(submitDraft, { params, body: { reason: '再交' } }), 'lifecycle.not_possible')
  })

  it('refuses what is not there and what says the same', async () => {
    const { params, writer } = await publishedArticle(world)
    await expectRefusal(writer(submitDraft, { params, body: { reason: '交' } }), 'knowledge.no_draft')
    await writer(saveDraft, { params, body: { content: contentOf() } })
    await expectRefusal(writer(submitDraft, { params, body: { reason: '交' } }), 'knowledge.nothing_changed')
  })
})
