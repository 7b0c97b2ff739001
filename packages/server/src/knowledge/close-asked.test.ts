import { closeAsked, listAsked, openArticle, publicSearch, searchKnowledge } from '@anpei/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { contentOf } from './articles.fixture.ts'

describe('SRV-06 what was asked and not found', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is gathered without numbers, closed or written about, and opens again when asked again', async () => {
    const ask = (q: string) => world.anyone(publicSearch, { params: { q } })
    expect(await ask('电单车 牌照 13900000000')).toEqual({ items: [], weak: true })
    await ask('电单车 牌照 13911111111')
    const writer = await world.as('service1')
    const { misses } = await writer(listAsked, {})
    expect(misses).toMatchObject([{ question: '电单车 牌照 ＊', asked: 2, where: '网上自助' }])
    const missId = misses[0]?.id ?? ''
    await writer(closeAsked, { params: { missId } })
    await expectRefusal(writer(closeAsked, { params: { missId } }), 'request.not_found')
    await ask('电单车 牌照 13900000000')
    expect((await writer(listAsked, {})).misses).toMatchObject([{ asked: 3 }])
    await writer(openArticle, { body: { content: contentOf(), missId } })
    expect((await writer(listAsked, {})).misses).toEqual([])
  })

  it('counts a clerk once an hour, and keeps nothing of what a screen asks by itself', async () => {
    const writer = await world.as('service1')
    const search = (q: string, quiet = false) => writer(searchKnowledge, { query: { q, quiet: String(quiet) } })
    await search('股票开户', true)
    expect((await writer(listAsked, {})).misses).toEqual([])
    for (let times = 0; times < 3; times++) await search('股票开户')
    expect((await writer(listAsked, {})).misses).toMatchObject([{ question: '股票开户', asked: 1, where: '工作台' }])
  })
})
