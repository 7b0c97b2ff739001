import { listAuditEvents, searchAudit, unlockStaff, verifyAudit } from '@anpei/contract/identity'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { goRound } from './rounds.ts'
import { openOffice, type Office } from './staff-world.fixture.ts'

describe('ORG-08 the audit log on the screen', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())

  it('searches by who, about what, which event, which days, looks or changes, page by page', async () => {
    const [adminId, subjectId] = [await office.idOf('admin'), await office.idOf('service1')]
    for (let n = 0; n < 5; n++) await office.admin(unlockStaff, { params: { id: subjectId } })
    const search = (query: Record<string, string | number>) => office.security(searchAudit, { query })
    const found = await search({ actorId: adminId, subjectId, name: 'staff.unlocked' })
    expect(found.items).toHaveLength(5)
    expect(found.items[0]).toMatchObject({
      actorName: '廖嘉豪',
      look: false,
      subjectKind: 'staff_user',
      source: '127.0.0.1',
    })
    const first = await search({ subjectId, limit: 3 })
    const second = await search({ subjectId, limit: 3, cursor: first.nextCursor ?? '' })
    expect(new Set([...first.items, ...second.items].map((item) => item.id)).size).toBe(5)
    expect(second.nextCursor).toBeNull()
    expect((await search({ subjectId, name: 'staff.' })).items).toHaveLength(5)
    expect((await search({ subjectId, name: 'session.' })).items).toEqual([])
    expect((await search({ subjectId, which: 'looks' })).items).toEqual([])
    expect((await search({ subjectId, fromOn: '2026-11-24' })).items).toEqual([])
    expect((await search({ subjectId, fromOn: '2026-11-23', toOn: '2026-11-23' })).items).toHaveLength(5)
    await expectRefusal((await world.as('assessor1'))(searchAudit, {}), 'request.not_permitted')
    const { items } = await office.security(listAuditEvents, {})
    expect(items.find((one) => one.name === 'staff.unlocked')?.title).toBe('解除锁定')
    expect(items.filter((one) => !/[\u4e00-\u9fff]/.test(one.title))).toEqual([])
  })

  it('is verified at the wish of an auditor, who is told the first record that was touched', async () => {
    for (let tries = 0; ; tries++) {
      await goRound(world.app, (_task, error) => {
        throw error
      })
      if ((await office.security(verifyAudit, {})).unsealed <= 1 || tries > 200) break
    }
    const verdict = await office.security(verifyAudit, {})
    expect(verdict).toMatchObject({ intact: true, finding: null })
    expect(verdict.heads).toBeGreaterThan(0)
    const { items } = await office.security(searchAudit, { query: { name: 'staff.unlocked' } })
    const id = items.at(-1)?.id ?? ''
    const client = new pg.Client({ connectionString: world.url })
    await client.connect()
    try {
      await client.query('alter table event disable trigger user')
      await client.query(`update event set source = '10.0.0.1' where id = $1`, [id])
    } finally {
      await client.end()
    }
    expect((await office.security(verifyAudit, {})).finding).toMatchObject({
      what: 'altered',
      eventId: id,
      eventName: 'staff.unlocked',
    })
    expect((await office.security(searchAudit, { query: { name: 'audit.verified' } })).items[0]?.facts).toMatchObject({
      intact: false,
    })
  })
})
