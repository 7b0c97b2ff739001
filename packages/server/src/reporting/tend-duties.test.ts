import { listStandingDuties, myDuties, seeDutyNotices, standingDutyYear } from '@anpei/contract/reporting'
import { deactivateStaff, recordAbsence } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, staffId, type Caller, type World } from '../testing/index.ts'
import { dutyOf, openDutyWorld, tendNights, tendOnce } from './duties.fixture.ts'

describe('RPT-06 every night the duties are opened and reminded', () => {
  let world: World
  let head: Caller
  beforeAll(async () => {
    world = await openDutyWorld()
    head = await world.as('head')
  })
  afterAll(() => world.close())
  /** Days pass: everybody signs in again. */
  const noticesOf = async (login: string) =>
    (await (await world.as(login))(myDuties, {})).notices.map(
      (one) => `${one.title} ${one.periodKey} ${one.percent} ${one.role}`,
    )

  it('opens the running period of every duty once, T32 too, with its department and owner', async () => {
    await tendOnce(world)
    await tendOnce(world)
    const { duties } = await head(listStandingDuties, { query: {} })
    expect(duties.map((row) => `${row.dutyCode} ${row.periodKey} ${row.dueOn}`)).toEqual(
      [
        'T33c 2026 2026-03-31',
        'T29 2026-11 2026-11-30',
        'T28 2026-W48 2026-11-30',
        'T30a 2026-Q4 2026-12-31',
        'T34 2026-Q4 2026-12-31',
        'T30b 2026-Q4 2026-12-31',
        'T31a 2026-H2 2026-12-31',
        'T31b 2026-H2 2026-12-31',
        'T32 2026-H2 2026-12-31',
        'T31c 2026-H2 2026-12-31',
        'T33a 2026 2026-12-31',
        'T33b 2026 2026-12-31',
      ].sort((a, b) => order(duties, a) - order(duties, b)),
    )
    expect(await dutyOf(head, 'T34')).toMatchObject({
      guaranteeName: '资金',
      department: { name: '财务部' },
      owner: { name: '连浩然' },
      deputy: { name: '庄丹纯' },
      standing: 'open',
    })
  })

  it('reminds the owner once per threshold, whatever is repeated; what is read is gone', async () => {
    expect(await noticesOf('head')).toEqual(['理赔流程与资料清单复核 2026-Q4 50 owner'])
    await head(seeDutyNotices, {})
    expect(await noticesOf('head')).toEqual([])
    await tendNights(world, 4)
    await tendOnce(world)
    expect(await noticesOf('head')).toEqual(['响应时效周报 2026-W48 80 owner'])
    const rows = await arrange(
      world,
      `select percent, count(*)::int as n from duty_reminder r join duty_instance i on i.id = r.instance_id
       where i.duty_code = 'T28' group by percent order by 1`,
    )
    expect(rows).toEqual([{ percent: 80, n: 1 }])
  })

  it('tells the deputy when the owner is away, and the superior past the due day', async () => {
    head = await world.as('head')
    await head(recordAbsence, {
      body: {
        userId: await staffId(world, 'head'),
        fromOn: '2026-11-28',
        toOn: '2026-12-04',
        reason: '年假',
      },
    })
    await tendNights(world, 6)
    head = await world.as('head')
    expect(await noticesOf('service1')).toEqual(
      expect.arrayContaining(['响应时效周报 2026-W48 120 deputy', '响应时效周报 2026-W48 100 deputy']),
    )
    expect(await noticesOf('gm')).toEqual(expect.arrayContaining(['响应时效周报 2026-W48 120 superior']))
    expect(
      (await head(listStandingDuties, { query: { standing: 'overdue' } })).duties.map((row) => row.dutyCode),
    ).toEqual(['T33c', 'T28', 'T29'])
  })

  it('makes up for a month without a night: every week has its instance', async () => {
    world.clock.forward(35 * 86_400_000)
    await tendOnce(world)
    const weeks = (await arrange(world, `select period_key from duty_instance where duty_code = 'T28' order by 1`)).map(
      (row) => row.period_key,
    )
    expect(weeks).toEqual(['2026-W48', '2026-W49', '2026-W50', '2026-W51', '2026-W52', '2026-W53', '2027-W01'])
    head = await world.as('head')
    const { guarantees } = await head(standingDutyYear, { params: { year: 2027 } })
    expect(guarantees).toHaveLength(10)
    const training = guarantees.flatMap(({ duties }) => duties).find(({ code }) => code === 'T29')
    expect(training?.dots.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(training?.dots.map(({ standing }) => standing).slice(0, 2)).toEqual(['open', 'planned'])
  })

  it('an owner who has left is not reminded: the deputy is, or whoever manages duties', async () => {
    const admin = await world.as('admin')
    for (const login of ['finhead', 'service1', 'pm']) {
      await admin(deactivateStaff, { params: { id: await staffId(world, login) }, body: { reason: '离职' } })
    }
    // Half of the first quarter of 2027 is over.
    world.clock.forward(45 * 86_400_000)
    await tendOnce(world)
    const told = await arrange(
      world,
      `select i.duty_code as duty, u.login, u.active, n.role from duty_notice n
       join duty_instance i on i.id = n.instance_id join staff_user u on u.id = n.user_id
       where i.period_key = '2027-Q1' and n.percent = 50 and i.duty_code in ('T34', 'T30b') order by 1, 2`,
    )
    expect(told).toEqual([
      { duty: 'T30b', login: 'cpo', active: true, role: 'superior' },
      { duty: 'T30b', login: 'gm', active: true, role: 'superior' },
      { duty: 'T34', login: 'finance1', active: true, role: 'deputy' },
    ])
  })

  it('is the insurer’s alone: brokers and agencies have none', async () => {
    await tendOnce(world, 2)
    expect(await arrange(world, 'select 1 from duty_instance where tenant_id = 2')).toEqual([])
  })
})

/** Instances of one due day come in the order they were opened in. */
function order(duties: readonly { dutyCode: string; periodKey: string; dueOn: string }[], line: string): number {
  return duties.findIndex((row) => `${row.dutyCode} ${row.periodKey} ${row.dueOn}` === line)
}
