import { discardDraft, getArticle } from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { waitingArticle } from './articles.fixture.ts'

describe('SRV-06 a draft is given up', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is taken back by who wrote it, also while it waits', async () => {
    const [writer, other] = [await world.as('service1'), await world.as('assessor1')]
    const { params } = await waitingArticle(writer)
    await expectRefusal(other(discardDraft, { params }), 'knowledge.no_draft')
    await writer(discardDraft, { params })
    expect(await writer(getArticle, { params })).toMatchObject({ open: null, versions: [{ stateWord: '已放弃' }] })
    await expectRefusal(writer(discardDraft, { params }), 'knowledge.no_draft')
  })
})
