import { getArticle, returnDraft } from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openDraft, waitingArticle } from './articles.fixture.ts'

describe('SRV-06 a version is given back', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('with the reason, to be written on', async () => {
    const [writer, checker] = [await world.as('service1'), await world.as('head')]
    const { params, versionId } = await waitingArticle(writer)
    const stale = { versionId: '018f0000-0000-7000-8000-000000000001', answer: '改' }
    await expectRefusal(checker(returnDraft, { params, body: stale }), 'request.stale')
    await checker(returnDraft, { params, body: { versionId, answer: '金额没有出处' } })
    expect(await writer(getArticle, { params })).toMatchObject({
      open: { state: 'draft', answer: '金额没有出处', decidedBy: '郑国华' },
      can: ['edit', 'submit', 'discard'],
    })
    await expectRefusal(checker(returnDraft, { params, body: { versionId, answer: '再' } }), 'lifecycle.not_possible')
  })

  it('only where there is one', async () => {
    const pm = await world.as('pm')
    const { id } = await openDraft(pm)
    const body = { versionId: id, answer: '改' }
    await expectRefusal(pm(returnDraft, { params: { articleId: id }, body }), 'request.stale')
  })
})
