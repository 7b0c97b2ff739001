import { listAbsences, recordAbsence, viewStaff } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../db/index.ts'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openOffice, type Office } from './staff-world.fixture.ts'
import { actorsFor } from './store-candidates.ts'
import { chainOf, standInFor } from './store-staff.ts'

describe('ORG-07 absence and who stands in', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())
  const away = (userId: string, fromOn: string, toOn: string) =>
    office.admin(recordAbsence, { body: { userId, fromOn, toOn, reason: '年假' } })
  const inTenant = <R>(work: (connection: Connection) => Promise<R>) => world.app.pool.withTenant(1, work)

  it('names the deputy; where that one is away too, the superior; and nobody stands in for who is there', async () => {
    const [one, two] = [await office.idOf('assessor1'), await office.idOf('assessor2')]
    const first = await away(one, '2026-11-20', '2026-11-25')
    expect(first.standIn?.name).toBe('吴泽伟')
    expect((await away(two, '2026-11-23', '2026-11-23')).standIn?.name).toBe('郑国华')
    await inTenant(async ({ db }) => {
      expect((await standInFor(db, 1, one, '2026-11-23'))?.name).toBe('郑国华')
      expect((await standInFor(db, 1, one, '2026-11-24'))?.name).toBe('吴泽伟')
      expect(await standInFor(db, 1, one, '2026-11-26')).toBeNull()
      const candidates = await actorsFor(db, 1, 'claim.assess', '2026-11-24')
      expect(candidates.find((item) => item.id === one)?.absent).toBe(true)
      expect(candidates.find((item) => item.id === two)).toMatchObject({ absent: false, languages: ['zh'] })
    })
    expect((await office.admin(viewStaff, { params: { id: one } })).absentUntil).toBe('2026-11-25')
    const current = await office.admin(listAbsences, {})
    expect(current.items.map((item) => [item.user.id, item.standIn?.name])).toEqual([
      [one, '郑国华'],
      [two, '郑国华'],
    ])
  })

  it('shows absence and stand-in along the chain up to 总经理', async () => {
    const [finance, finhead] = [await office.idOf('finance1'), await office.idOf('finhead')]
    await away(finhead, '2026-11-23', '2026-11-30')
    const chain = await inTenant(({ db }) => chainOf(db, 1, finance, '2026-11-23'))
    expect(chain.map((link) => [link.post, link.absent, link.standIn?.name ?? null])).toEqual([
      ['财务负责人', true, '陈总'],
      ['总经理', false, null],
    ])
  })

  it('refuses days in the wrong order, days recorded already, and people who are not there', async () => {
    const id = await office.idOf('service1')
    await expectRefusal(away(id, '2026-12-02', '2026-12-01'), 'identity.days_reversed')
    await away(id, '2026-12-01', '2026-12-05')
    await expectRefusal(away(id, '2026-12-05', '2026-12-09'), 'identity.absence_overlaps')
    await expectRefusal(away(newId(), '2026-12-01', '2026-12-01'), 'request.not_found')
    expect((await office.admin(listAbsences, { query: { which: 'coming' } })).items).toMatchObject([{ user: { id } }])
  })
})
