import { closeFeedback, getArticle, giveFeedback, knowledgeDuties } from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { publishedArticle } from './articles.fixture.ts'

describe('SRV-06 the owner has dealt with what readers missed', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('then it is no duty any more', async () => {
    const { id, params, writer } = await publishedArticle(world)
    await world.anyone(giveFeedback, { params, body: { helped: false, where: 'portal' } })
    expect((await writer(knowledgeDuties, {})).duties).toMatchObject([{ id, what: 'feedback' }])
    await writer(closeFeedback, { params })
    expect((await writer(knowledgeDuties, {})).duties).toEqual([])
    expect(await writer(getArticle, { params })).toMatchObject({ complaints: [], notHelped: 1 })
    await expectRefusal(writer(closeFeedback, { params }), 'request.not_found')
  })
})
