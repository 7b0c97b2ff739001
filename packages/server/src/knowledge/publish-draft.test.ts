import {
  getArticle,
  knowledgeDuties,
  publicArticle,
  publicArticles,
  publicSearch,
  publishDraft,
  saveDraft,
  searchKnowledge,
  submitDraft,
} from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { contentOf, publishedArticle, REVIEW_ON, waitingArticle } from './articles.fixture.ts'

describe('SRV-06 a second person publishes', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('nobody who wrote on it, and only what was read', async () => {
    const [writer, checker] = [await world.as('pm'), await world.as('head')]
    const { params, versionId } = await waitingArticle(writer, { title: '四眼' })
    const body = { versionId, reviewOn: REVIEW_ON }
    await expectRefusal(writer(publishDraft, { params, body }), 'knowledge.own_version')
    const stale = { ...body, versionId: '018f0000-0000-7000-8000-000000000001' }
    await expectRefusal(checker(publishDraft, { params, body: stale }), 'request.stale')
    const never = { ...body, reviewOn: '2020-01-01' }
    await expectRefusal(checker(publishDraft, { params, body: never }), 'knowledge.review_day')
    const key = { key: 'publish-twice' }
    const once = await checker(publishDraft, { params, body }, key)
    expect(once).toMatchObject({ stateWord: '已发布' })
    expect(await checker(publishDraft, { params, body }, key)).toEqual(once)
    await expectRefusal(checker(publishDraft, { params, body }), 'knowledge.no_draft')
  })

  it('is found and read by everybody, with contact data of the register (SRV-11)', async () => {
    const { id } = await publishedArticle(world)
    const { items } = await world.anyone(publicSearch, { params: { q: '助行器 拐杖' } })
    expect(items[0]).toMatchObject({ id, excerpt: '拐杖由家里自己买。 问我们打 0754-8000 0000。' })
    expect(await world.anyone(publicArticle, { params: { articleId: id } })).toMatchObject({ title: '拐杖谁来买' })
    const listed = await world.anyone(publicArticles, { params: { kind: 'faq' } })
    expect(listed.items.map((one) => one.id)).toContain(id)
  })

  it('keeps what is for the staff from everybody else', async () => {
    const { id, writer } = await publishedArticle(world, { audience: 'staff', title: '轮椅内部口径' })
    expect(
      (await world.anyone(publicSearch, { params: { q: '轮椅内部口径' } })).items.map((one) => one.id),
    ).not.toContain(id)
    await expectRefusal(world.anyone(publicArticle, { params: { articleId: id } }), 'request.not_found')
    expect((await writer(searchKnowledge, { query: { q: '轮椅内部口径', kind: 'faq' } })).items[0]).toMatchObject({
      id,
    })
    const broker = await world.as('broker1')
    await expectRefusal(broker(getArticle, { params: { articleId: id } }), 'request.not_found')
  })

  it('readers see the old version until the new one is published, and the old one never changes', async () => {
    const { id, params, writer, checker } = await publishedArticle(world, { title: '护膝', keywords: '' })
    await writer(saveDraft, { params, body: { content: contentOf({ title: '护腕', keywords: '' }) } })
    await writer(submitDraft, { params, body: { reason: '换了' } })
    expect((await writer(searchKnowledge, { query: { q: '护膝' } })).items[0]).toMatchObject({ id, title: '护膝' })
    const { open } = await writer(getArticle, { params })
    await checker(publishDraft, { params, body: { versionId: open?.id ?? '', reviewOn: REVIEW_ON } })
    expect((await writer(searchKnowledge, { query: { q: '护腕' } })).items[0]).toMatchObject({ id, title: '护腕' })
    const change = world.app.pool.withTenant(1, ({ db }) =>
      db.updateTable('knowledge_version').set({ content: '{}' }).where('article_id', '=', id).execute(),
    )
    await expect(change).rejects.toThrow('a published version never changes')
  })

  it('reminds the owner when its day comes', async () => {
    const { id, writer } = await publishedArticle(world, { title: '到期的' })
    expect((await writer(knowledgeDuties, {})).duties.map((duty) => duty.id)).not.toContain(id)
    world.clock.set(`${REVIEW_ON}T01:00:00.000Z`)
    const owner = await world.as('service1')
    expect((await owner(knowledgeDuties, {})).duties).toContainEqual(
      expect.objectContaining({ id, what: 'review', since: REVIEW_ON }),
    )
  })
})
