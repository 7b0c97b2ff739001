import { listArticles, loadShipped, publicArticle, searchKnowledge } from '@anpei/contract/knowledge'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { openWorld, type World } from '../testing/index.ts'
import { loadShippedArticles } from './load-shipped.ts'
import { shippedArticles } from './shipped.ts'

describe('SRV-06 the articles that come with the program', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('are loaded for each house once, owned and with a day of review', async () => {
    const load = (tenant: number) =>
      systemWrite(world.app, systemActor(tenant, 'test'), (tx) => loadShippedArticles(tx))
    expect(await load(1)).toBe(shippedArticles().length)
    expect(await load(1)).toBe(0)
    expect(await (await world.as('head'))(loadShipped, {})).toEqual({ loaded: 0 })
    expect(await load(2)).toBe(shippedArticles().length)
    const clerk = await world.as('service1')
    const { items, total } = await clerk(listArticles, { query: { limit: 1 } })
    expect(total).toBe(shippedArticles().length)
    expect(items).toMatchObject([{ state: 'published', reviewOn: expect.stringMatching(/^2027-/) }])
  })

  it('who tells of an accident and asks nothing is shown how it is reported; what is asked is answered', async () => {
    const desk = await world.as('outlet1')
    const titles = async (q: string) => (await desk(searchKnowledge, { query: { q } })).items.map(({ title }) => title)
    for (const told of ['我妈昨天在菜场滑倒摔断了手', '阿公上礼拜给狗咬了', '婆婆煮饭被开水烫伤，怎么办']) {
      expect((await titles(told))[0]).toBe('出了意外怎么报案')
    }
    expect((await titles('公公前天掉进池塘淹死了')).slice(0, 3)).toContain('老人意外身故，家属怎么申请')
    expect((await titles('在菜场滑倒算不算意外'))[0]).toBe('在家里、在田里、在路上出事都算吗')
  })

  it('住院补贴怎么领 finds 住院津贴', async () => {
    const { items, weak } = await (await world.as('outlet1'))(searchKnowledge, { query: { q: '住院補貼怎麼領？' } })
    expect(items[0]).toMatchObject({ title: '意外住院津贴怎么算、怎么领' })
    expect(weak).toBe(false)
    const papers = await world.anyone(publicArticle, { params: { articleId: items[1]?.id ?? '' } })
    expect(papers.title).toBe('申请住院津贴要什么资料')
    expect(papers.related.map((one) => one.title)).toContain('出院小结是什么样')
  })
})
