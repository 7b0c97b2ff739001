import { confirmChange, listChanges } from '@anpei/contract/identity'
import { getSynonyms, proposeSynonyms, searchKnowledge } from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { publishedArticle } from './articles.fixture.ts'

describe('SRV-06 synonyms change with a second person', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('and every article is read anew', async () => {
    const { id, writer, checker } = await publishedArticle(world)
    const find = () => writer(searchKnowledge, { query: { q: '手杖棍' } })
    expect((await find()).items).toEqual([])
    const { version, groups } = await writer(getSynonyms, {})
    const body = { version, groups: [...groups, { head: '拐杖', words: ['手杖棍'] }], reason: '老人这样讲' }
    const { changeId } = await writer(proposeSynonyms, { body })
    expect(await writer(getSynonyms, {})).toMatchObject({ version, waiting: true })
    const { items } = await checker(listChanges, { query: {} })
    expect(items.map((one) => one.id)).toContain(changeId)
    await checker(confirmChange, { params: { id: changeId } })
    await world.runJobs()
    expect(await writer(getSynonyms, {})).toMatchObject({ version: version + 1, waiting: false, applying: false })
    expect((await find()).items).toMatchObject([{ id }])
    await expectRefusal(writer(proposeSynonyms, { body }), 'request.stale')
  })

  it('refuses a table that says one word twice, and one that says nothing new', async () => {
    const writer = await world.as('service1')
    const { version, groups } = await writer(getSynonyms, {})
    const twice = [...groups, { head: '拐杖', words: [] }]
    await expectRefusal(
      writer(proposeSynonyms, { body: { version, groups: twice, reason: '重' } }),
      'knowledge.synonyms_faulty',
    )
    await expectRefusal(
      writer(proposeSynonyms, { body: { version, groups, reason: '同' } }),
      'identity.nothing_changed',
    )
  })
})
