import { deactivateStaff, listTowns, listVillages, setVillagePosts } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openOffice, type Office } from './staff-world.fixture.ts'

describe('ORG-02 villages and who serves them', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())

  it('lists 11 towns and 232 villages with their vacancies, which move with the posts', async () => {
    const { items: towns } = await office.admin(listTowns, {})
    expect(towns).toHaveLength(11)
    expect(towns.reduce((sum, town) => sum + town.villages, 0)).toBe(232)
    const town = towns.find((item) => item.withoutLiaison > 0)
    const vacant = await office.admin(listVillages, {
      query: { townCode: town?.code ?? '', vacancy: 'liaison', limit: 5 },
    })
    expect(vacant.total).toBe(town?.withoutLiaison)
    const code = vacant.items[0]?.code ?? ''
    const [liaisonId, deputy, handler] = [
      await office.hire('l1', ['liaison']),
      await office.hire('d1', ['liaison']),
      await office.idOf('assessor1'),
    ]
    await office.admin(setVillagePosts, {
      params: { code },
      body: { liaisonId, deputyIds: [deputy, deputy, liaisonId], handlerIds: [handler] },
    })
    const found = async () =>
      (await office.admin(listVillages, { query: { townCode: town?.code ?? '', limit: 100 } })).items.find(
        (item) => item.code === code,
      )
    expect(await found()).toMatchObject({
      liaison: { id: liaisonId },
      deputies: [{ id: deputy }],
      handlers: [{ id: handler }],
    })
    const after = (await office.admin(listTowns, {})).items.find((item) => item.code === town?.code)
    expect(after?.withoutLiaison).toBe((town?.withoutLiaison ?? 0) - 1)
    // A post held by somebody out of service is vacant again.
    await office.admin(deactivateStaff, { params: { id: liaisonId }, body: { reason: '离职' } })
    expect((await found())?.liaison).toBeNull()
    expect((await office.admin(listTowns, {})).items.find((item) => item.code === town?.code)?.withoutLiaison).toBe(
      town?.withoutLiaison,
    )
  })

  it('goes through all villages page by page', async () => {
    const codes: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof next>> = await next(cursor)
      codes.push(...page.items.map((item) => item.code))
      cursor = page.nextCursor
    }
    expect(new Set(codes).size).toBe(232)
  })
  const next = (cursor: string) => office.admin(listVillages, { query: { cursor, limit: 50 } })

  it('refuses villages and people that do not exist', async () => {
    const body = { liaisonId: null, deputyIds: [], handlerIds: [] }
    await expectRefusal(office.admin(setVillagePosts, { params: { code: '999999999999' }, body }), 'request.not_found')
    const { items } = await office.admin(listVillages, { query: { limit: 1 } })
    await expectRefusal(
      office.admin(setVillagePosts, { params: { code: items[0]?.code ?? '' }, body: { ...body, liaisonId: newId() } }),
      'identity.unknown_choice',
    )
  })
})
