/** CMP-13: figures at the moment of asking and from the nightly count agree, with each other and with the cases. */
import {
  exportComplaintFigures,
  getComplaintFigures,
  getComplaintScores,
  getHistoryTimes,
  importComplaintCodes,
  listCountedComplaints,
  mergeComplaint,
  setComplaintCategory,
  withdrawComplaint,
} from '@anpei/contract/complaints'
import type { Answer, Sent } from '@anpei/contract/kernel'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { arrange, expectRefusal, openWorld, staffId, type World } from '../../testing/index.ts'
import { assigned, complained } from '../complaints.fixture.ts'
import { arrived } from '../regulator/sheets.fixture.ts'
import { told, openCase } from '../solve/solve.fixture.ts'
import { countComplaints } from './count-complaints.ts'
import { broughtIn, heard } from './figures.fixture.ts'

const DAY = 86_400_000
const query = { from: '2026-09', to: '2026-12' } as const
type Asked = NonNullable<Sent<typeof getComplaintFigures>['query']>
type Board = Answer<typeof getComplaintFigures>

describe('CMP-13 figures of complaints', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    const [service, desk] = await Promise.all([world.as('service1'), world.as('coordinator1')])
    await heard(world, { month: '2026-10', count: 12 })
    await heard(world, { month: '2026-10', count: 3, group: 'sales', outcome: 'not_upheld', days: 20 })
    const complainant = { name: '许三次', phone: '13800007777' }
    const first = await complained(service, { complainant })
    const again = await complained(service, { complainant })
    const body = { intoId: first.id, reason: '同一件事再次来电' }
    await desk(mergeComplaint, { params: { complaintId: again.id }, body })
    const { id } = await complained(service)
    await service(withdrawComplaint, { params: { complaintId: id }, body: { channel: 'phone', text: '算了' } })
    await arrived(await world.as('compliance'))
    await told(await openCase(world))
    await assigned(world, { concernedIds: [await staffId(world, 'handler2')] })
  })
  afterAll(() => world.close())

  const board = async (login: string, more: Partial<Asked> = {}): Promise<Board> =>
    (await world.as(login))(getComplaintFigures, { query: { ...query, ...more } })
  const behind = async (login: string, more: object): Promise<number> => {
    const { items } = await (await world.as(login))(listCountedComplaints, { query: { ...query, ...more, limit: 100 } })
    return items.length
  }

  /** Of whole months, within parts of them, and of one cause; without the day they were counted until. */
  const times = async (login: string, countedUntil: string | null = null) => {
    const caller = await world.as(login)
    const asked = [
      { from: '2026-09-01', to: '2026-12-31', by: 'month' },
      { from: '2026-09-01', to: '2026-12-31', by: 'company', cause: 'claim_time' },
      { from: '2026-09-15', to: '2026-11-23', by: 'cause' },
    ] as const
    const found = await Promise.all(asked.map((one) => caller(getHistoryTimes, { query: { ...one, origin: 'lived' } })))
    for (const one of found) expect(one.countedUntil).toBe(countedUntil)
    return found.map((one) => ({ ...one, countedUntil: null }))
  }

  /** All but the four latest, as if a house had many. */
  // The count looks again at what was written beside a transaction still open, be it one of another database's test.
  const past = `select pg_snapshot_xmin(pg_current_snapshot())::text::bigint > max(txid) as past from event`
  const count = async () => {
    await expect.poll(() => arrange(world, past, []), { timeout: 20_000 }).toEqual([{ past: true }])
    await systemWrite(world.app, systemActor(1, 'nightly'), (tx) => countComplaints(tx, 4))
  }

  it('count once: a repeat stands apart, what was withdrawn is part of what was received', async () => {
    const { total, days, months, countedUntil } = await board('complainthead')
    expect(total).toMatchObject({ received: 19, repeated: 1, withdrawn: 1, upheld: 13, open: 3 })
    expect(days).toMatchObject({ closed: 16, median: 9, p90: 20, longest: 20 })
    expect(months.map(({ month, figures }) => [month, figures.received])).toEqual([
      ['2026-10', 15],
      ['2026-11', 4],
    ])
    expect(countedUntil).toBeNull()
  })

  it('CMP-04: under the national codes once they are imported, with the same cases behind them', async () => {
    const desk = await world.as('coordinator1')
    const tables = async () => (await board('gm')).tables
    expect((await tables()).map(({ dimension }) => dimension)).not.toContain('code')
    const files = [{ field: 'file', name: 'codes.csv', file: new Blob(['代码,名称,上级代码\nK1,理赔时效,\n']) }]
    await desk(importComplaintCodes, { body: { standard: '测试代码表' } }, { files })
    const coded = { offered: true, nationalCode: 'K1' }
    await desk(setComplaintCategory, { params: { cause: 'claim_time' }, body: coded })
    const after = await tables()
    const lines = after.find(({ dimension }) => dimension === 'code')?.lines ?? []
    const cause = after.find(({ dimension }) => dimension === 'cause')?.lines ?? []
    const timely = cause.find(({ value }) => value === 'claim_time')?.figures
    expect(lines).toContainEqual({ value: 'K1', word: 'K1 理赔时效', figures: expect.objectContaining(timely) })
    const sum = (of: typeof lines) => of.reduce((all, { figures }) => all + figures.received, 0)
    expect(sum(lines)).toBe(sum(cause))
    for (const { value, figures } of lines)
      expect(await behind('gm', { dimension: 'code', value })).toBe(figures.received)
    await desk(setComplaintCategory, { params: { cause: 'claim_time' }, body: { offered: true } })
  })

  it('the regulator’s sheets are a series of their own', async () => {
    expect((await board('complainthead', { series: 'regulator' })).total.received).toBe(1)
    expect((await board('complainthead', { series: 'imported' })).total.received).toBe(0)
  })

  it('L06, L11 in time or late: open exactly the cases behind each of them', async () => {
    const { total, tables, clocks } = await board('complainthead')
    for (const { dimension, lines } of tables)
      for (const { value, figures } of lines)
        expect([dimension, value, await behind('complainthead', { dimension, value })]).toEqual([
          dimension,
          value,
          figures.received,
        ])
    for (const figure of ['repeated', 'withdrawn', 'upheld', 'open', 'overdue', 'reopened', 'unsatisfied'] as const)
      expect([figure, await behind('complainthead', { figure })]).toEqual([figure, total[figure]])
    const legal = clocks.find(({ clockId }) => clockId === 'L06')
    expect(legal).toMatchObject({ kept: 1, broken: 0, running: 2, keptBps: 10_000 })
    expect(await behind('complainthead', { clockId: 'L06', clockOutcome: 'running' })).toBe(2)
    // L07 is the customer's time to ask for a recheck: no promise of ours stands in it.
    expect(clocks.map(({ clockId }) => clockId)).toEqual(['L06', 'L09', 'T22'])
  })

  it('whoever is concerned sees figures without it, as in the list, by night and by day', async () => {
    expect((await board('handler2')).total.received).toBe(18)
    expect(await behind('handler2', {})).toBe(18)
  })

  it('are the same from the nightly count, whoever looks', async () => {
    world.clock.forward(9 * DAY)
    const [open, concerned] = [await board('complainthead'), await board('handler2')]
    const [spans, ofConcerned] = [await times('complainthead'), await times('handler2')]
    expect(spans.map(({ total, lines }) => [total.count, lines.length])).toEqual([
      [20, 2],
      [17, 1],
      [20, 2],
    ])
    expect(ofConcerned[0]?.total.count).toBe(19)
    await count()
    await count()
    const after = await board('complainthead')
    expect(after.countedUntil?.slice(0, 10)).toBe('2026-11-23')
    expect({ ...after, countedUntil: null }).toEqual(open)
    expect({ ...(await board('handler2')), countedUntil: null }).toEqual(concerned)
    expect(await times('complainthead', after.countedUntil)).toEqual(spans)
    expect(await times('handler2', after.countedUntil)).toEqual(ofConcerned)
    await complained(await world.as('service1'))
    expect((await board('complainthead')).total.received).toBe(20)
    expect((await board('complainthead', { product: 'accident' })).total.received).toBe(17)
  })

  it('are counted anew only of months in which something was written since, or is open', async () => {
    const upheld = async () => (await board('complainthead', { to: '2026-10' })).total.upheld
    const otherwise = `update complaint set outcome = 'not_upheld' where tenant_id = 1 and id = (
      select id from complaint where complaint_no like 'TX%' and outcome = 'upheld' order by id limit 1) returning id`
    const before = await upheld()
    const [unsaid] = await arrange(world, otherwise, [])
    await count()
    expect(await upheld()).toBe(before)
    await arrange(
      world,
      `insert into event (tenant_id, id, name, subject_kind, subject_id, actor_kind, at, facts)
        values (1, gen_random_uuid(), 'complaint.reopened', 'complaint', $1, 'system', '2026-01-01T00:00:00Z', '{}')`,
      [unsaid?.['id']],
    )
    await count()
    expect(await upheld()).toBe(before - 1)
    // Other rules counted before: nothing of it stays.
    await arrange(world, otherwise, [])
    await count()
    expect(await upheld()).toBe(before - 1)
    await arrange(world, `update complaint_rollup set counting_rules = counting_rules - 1 where tenant_id = 1`, [])
    await count()
    expect(await upheld()).toBe(before - 2)
  })

  it('hold the history brought in from before at once, as a series of its own', async () => {
    await broughtIn(world, '2026-09-01', [10, 20, null])
    const { total, days, clocks } = await board('complainthead', { series: 'imported' })
    expect(total).toMatchObject({ received: 3, overdue: 1, open: 0 })
    expect(days).toMatchObject({ closed: 2, median: 10, longest: 20 })
    expect(clocks).toMatchObject([{ clockId: 'L06', kept: 1, broken: 1, keptBps: 5_000 }])
    const series = 'imported'
    expect(await behind('complainthead', { series, clockId: 'L06', clockOutcome: 'broken' })).toBe(1)
    expect(await behind('complainthead', { series, dimension: 'product', value: '车险' })).toBe(3)
    world.clock.forward(60_000)
    await count()
    expect((await board('complainthead', { series })).total.received).toBe(3)
    expect((await board('complainthead')).total.received).toBe(20)
  })

  it('CMP-14 scores: of institutions for who analyses, of people only for those above them', async () => {
    const scores = async (login: string) => (await world.as(login))(getComplaintScores, { query })
    const { units, people } = await scores('complainthead')
    expect(units.map(({ name }) => name)).toContain('潮南支公司')
    expect(people).toMatchObject([{ name: '彭子轩', received: 2, score: 100 }])
    expect((await scores('handler1')).people).toEqual([])
    expect((await scores('cpo')).people.map(({ name }) => name)).toEqual(['彭子轩'])
  })

  it('go into a workbook; who does not analyse complaints gets none', async () => {
    const file: unknown = await (await world.as('complainthead'))(exportComplaintFigures, { query })
    expect(file instanceof Blob && file.size > 5_000).toBe(true)
    await expectRefusal(board('service1'), 'request.not_permitted')
  })
})
