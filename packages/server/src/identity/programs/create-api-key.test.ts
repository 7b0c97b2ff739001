import { createApiKey, listApiKeys, listStaff, whoAmI } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openOffice, type Office } from '../staff-world.fixture.ts'

describe('OPS-01 keys for programs', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())
  const make = (name: string, more: object = {}) =>
    office.admin(createApiKey, {
      body: { name, permissions: ['identity.read'], expiresAt: null, ...more },
    })
  const using = (key: string) => world.with({ authorization: `Bearer ${key}` })

  it('may do what its scopes say and nothing else; it is shown once and kept as a hash', async () => {
    const { id, key } = await make('报表')
    expect((await using(key)(whoAmI, {})).kind).toBe('api_key')
    expect((await using(key)(listStaff, {})).items.length).toBeGreaterThan(0)
    await expectRefusal(using(key)(listApiKeys, {}), 'request.not_permitted')
    expect((await using(`${key}x`)(whoAmI, {})).kind).toBe('nobody')
    const listed = await office.admin(listApiKeys, {})
    expect(listed.items).toMatchObject([{ id, name: '报表', live: true, createdBy: { name: '廖嘉豪' } }])
    const { rows } = await world.app.pool.withTenant(1, ({ client }) =>
      client.query<{ found: boolean }>(
        'select exists (select from idempotency where position($1 in answer) > 0) as found',
        [key],
      ),
    )
    expect(rows[0]?.found).toBe(false)
  })

  it('ends by itself', async () => {
    const { key } = await make('短期', { expiresAt: '2026-11-23T02:00:00.000Z' })
    expect((await using(key)(whoAmI, {})).kind).toBe('api_key')
    world.clock.forward(3_600_000)
    await new Promise((resolve) => setTimeout(resolve, 3100))
    expect((await using(key)(whoAmI, {})).kind).toBe('nobody')
  })

  it('is slowed down beyond its calls a minute, and goes on when time has passed', async () => {
    const { key } = await make('快速', { perMinute: 5 })
    for (let n = 0; n < 5; n++) await using(key)(listStaff, { query: { limit: 1 } })
    const problem = await expectRefusal(using(key)(listStaff, {}), 'identity.key_too_fast')
    expect(problem.facts).toEqual({ perMinute: 5 })
    world.clock.forward(12_000)
    await using(key)(listStaff, { query: { limit: 1 } })
    await expectRefusal(using(key)(listStaff, {}), 'identity.key_too_fast')
  })

  it('holds nothing that people decide, and no name twice', async () => {
    await expectRefusal(make('全能', { permissions: ['claim.read', 'claim.approve'] }), 'identity.key_permission')
    await make('同名')
    await expectRefusal(make('同名'), 'identity.name_taken')
  })
})
