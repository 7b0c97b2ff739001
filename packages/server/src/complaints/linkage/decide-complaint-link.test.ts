import { decideComplaintLink, listComplaintLinks } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, staffId, type Caller, type World } from '../../testing/index.ts'
import { complained, look } from '../complaints.fixture.ts'

describe('CMP-12 complaints that have something in common: shown with reasons, decided by a person', () => {
  let world: World
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  const links = async (caller: Caller, show: 'open' | 'all' = 'open') =>
    (await caller(listComplaintLinks, { query: { show } })).items
  const fromOnePhone = async (phone: string, count: number, more: object = {}) => {
    const made: string[] = []
    for (let at = 0; at < count; at++) {
      const complainant = { name: `退保${phone.slice(-2)}${at}`, phone }
      made.push((await complained(await world.as('service1'), { complainant, ...more })).id)
    }
    return made
  }
  const decide = (caller: Caller, complaintIds: string[], verdict: 'linked' | 'apart' = 'linked') =>
    caller(decideComplaintLink, {
      body: { days: 90, kind: 'phone', complaintIds, verdict, reason: '同一中介代为退保' },
    })

  it('linked they stand beside each other, and no clock, class, category or priority moved', async () => {
    const ids = await fromOnePhone('13800009911', 3)
    const [signal] = await links(desk)
    expect(signal).toMatchObject({ kind: 'phone', reason: '3 位不同的投诉人有同一电话（138****9911）', decided: null })
    const kept = async () => {
      const rows = await arrange(
        world,
        `select id, due_at, due_clock, class, cause, cause_group, priority, state, round, severity, urgency
         from complaint where id = any($1::uuid[]) order by id`,
        [ids],
      )
      const clocks = await arrange(
        world,
        `select * from clock where subject_id = any($1::uuid[]) order by 1, 2, 3, 4`,
        [ids],
      )
      return { rows, clocks }
    }
    const before = await kept()
    expect(before.clocks.length).toBeGreaterThanOrEqual(6)
    await decide(desk, ids)
    expect(await kept()).toEqual(before)
    const [first = '', ...others] = [...ids].sort()
    expect((await look(desk, first)).linked.map((one) => one.id).sort()).toEqual(others)
    expect(await links(desk)).toEqual([])
    expect((await links(desk, 'all'))[0]?.decided).toMatchObject({ verdict: 'linked', by: '肖婉清', fresh: 0 })
    const [fourth = ''] = await fromOnePhone('13800009911', 1, {
      complainant: { name: '又一位', phone: '13800009911' },
    })
    expect((await links(desk))[0]?.decided).toMatchObject({ fresh: 1 })
    await expectRefusal(decide(desk, ids), 'complaint.signal_changed')
    await decide(desk, [...ids, fourth], 'apart')
    expect(await links(desk)).toEqual([])
  })

  it('CMP-05: whoever is complained about finds no signal of it; who stands in the line decides nothing', async () => {
    const coordinator = await staffId(world, 'coordinator1')
    const ids = await fromOnePhone('13800009922', 3, { concernedIds: [coordinator] })
    expect((await links(desk)).filter((one) => one.complaints.some(({ id }) => ids.includes(id)))).toEqual([])
    await expectRefusal(decide(desk, ids), 'complaint.signal_changed')
    const handlers = await fromOnePhone('13800009933', 3, { concernedIds: [await staffId(world, 'handler1')] })
    await arrange(world, `update complaint set coordinator_id = $1 where id = any($2::uuid[])`, [coordinator, handlers])
    const head = await world.as('complainthead')
    const seen = (await links(head)).find((one) => one.complaints.some(({ id }) => handlers.includes(id)))
    expect(seen).toMatchObject({ canDecide: false })
    await expectRefusal(decide(head, handlers), 'complaint.recused')
  })
})
