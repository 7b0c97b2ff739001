import { addPapers, withdrawClaim } from '@anpei/contract/claims'
import { checkComplaint, classifyComplaint, registerComplaint } from '@anpei/contract/complaints'
import { listPromiseCases, promiseLedger, provePromise } from '@anpei/contract/reporting'
import { hangBox, listOutlets, registerRequest } from '@anpei/contract/service-desk'
import { requestVisit } from '@anpei/contract/visits'
import { APPLICATION_CODE } from '@anpei/domain/claims'
import { SECRET_CASES, systemActor } from '@anpei/domain/kernel'
import { monthOfPromise, promiseOutcome } from '@anpei/domain/reporting'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseDirectory } from '../cases.ts'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import {
  arrange,
  expectRefusal,
  opened,
  openWorld,
  report,
  testPeople,
  type Caller,
  type World,
} from '../testing/index.ts'
import { evidence } from './duties.fixture.ts'
import { countPromises } from './count-promises.ts'
import { outcomeSql } from '../sla/index.ts'
import { PLACED_KINDS } from './promise-place.ts'
import { monthSql } from './promise-sql.ts'

const DAY_MS = 86_400_000
type Made = { state: string; dueAt: string | null; stoppedAt: string | null; promisedDueAt?: string }

describe('CLK-05 the ledger of promises', () => {
  let world: World
  let head: Caller
  let claimId = ''
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
    claimId = await opened(await world.as('service1'), testPeople.chen)
  })
  afterAll(() => world.close())
  const count = () => systemWrite(world.app, systemActor(1, 'nightly'), countPromises)

  /** Clocks beside those of the case, of a promise nobody else uses. */
  async function clocks(clockId: string, made: readonly Made[]): Promise<void> {
    for (const [at, one] of made.entries()) {
      await arrange(
        world,
        `insert into clock (tenant_id, subject_kind, subject_id, clock_id, instance_no, state, started_at, due_at,
           stopped_at, promised_due_at, by_agreement, provisional, explanation)
         values (1, 'claim', $1, $2, $3, $4, '2026-01-01', $5, $6, $7, coalesce($6 > $7::timestamptz, false), false,
           '')`,
        [claimId, clockId, at + 1, one.state, one.dueAt, one.stoppedAt, one.promisedDueAt ?? null],
      )
    }
  }
  async function line(clockId: string, query: { institution?: string; until?: string; months?: number } = {}) {
    const { promises } = await head(promiseLedger, { query: { months: 14, ...query } })
    return promises.find((one) => one.clockId === clockId)
  }

  it('counts by the same rule whether in the database or outside', async () => {
    const times = [
      null,
      '2026-10-31T15:59:59.999Z',
      '2026-10-31T16:00:00.000Z',
      world.clock.now(),
      '2027-03-01T00:00:00.000Z',
    ]
    const states = ['running', 'paused', 'met', 'broken', 'cancelled', 'superseded']
    const now = world.clock.now()
    const cases = times.flatMap((dueAt) =>
      times.flatMap((stoppedAt) =>
        states.flatMap((state) => [false, true].map((byAgreement) => ({ state, dueAt, stoppedAt, byAgreement }))),
      ),
    )
    const { rows } = await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      sql<{ outcome: string; month: string }>`select ${outcomeSql(now)} as outcome, ${monthSql(now)} as month
        from json_to_recordset(${JSON.stringify(
          cases.map(({ state, dueAt, stoppedAt, byAgreement }, at) => ({
            at,
            state,
            due_at: dueAt,
            stopped_at: stoppedAt,
            by_agreement: byAgreement,
          })),
        )}::json) as k (at int, state text, due_at timestamptz, stopped_at timestamptz,
          by_agreement boolean) order by at`.execute(tx.db),
    )
    expect(rows).toEqual(cases.map((one) => ({ outcome: promiseOutcome(one, now), month: monthOfPromise(one, now) })))
  })

  it('says the same before and after the nightly count, and misses nothing that happens after it', async () => {
    await clocks('T18', [
      { state: 'met', dueAt: '2026-09-10T00:00:00Z', stoppedAt: '2026-09-10T00:00:00Z' },
      { state: 'broken', dueAt: '2026-09-30T15:59:59Z', stoppedAt: '2026-10-02T00:00:00Z' },
      { state: 'running', dueAt: '2026-10-20T00:00:00Z', stoppedAt: null },
      { state: 'running', dueAt: '2026-11-25T00:00:00Z', stoppedAt: null },
      { state: 'met', dueAt: '2026-12-02T00:00:00Z', stoppedAt: '2026-11-20T00:00:00Z' },
      { state: 'paused', dueAt: null, stoppedAt: null },
      { state: 'cancelled', dueAt: '2026-09-01T00:00:00Z', stoppedAt: '2026-08-20T00:00:00Z' },
    ])
    const before = await line('T18')
    expect(before?.cells.filter((cell) => cell.kept + cell.broken + cell.running + cell.cancelled > 0)).toEqual([
      { month: '2026-09', kept: 1, keptByAgreement: 0, broken: 1, running: 0, cancelled: 1, keptBps: 5000 },
      { month: '2026-10', kept: 0, keptByAgreement: 0, broken: 1, running: 0, cancelled: 0, keptBps: 0 },
      { month: '2026-11', kept: 0, keptByAgreement: 0, broken: 0, running: 2, cancelled: 0, keptBps: null },
      { month: '2026-12', kept: 1, keptByAgreement: 0, broken: 0, running: 0, cancelled: 0, keptBps: 10_000 },
    ])
    await count()
    await count()
    expect(await line('T18')).toEqual(before)
    expect((await arrange(world, 'select sum(kept + broken + cancelled)::int as n from promise_month'))[0]).toEqual({
      n: 4,
    })
    world.clock.forward(3 * DAY_MS)
    head = await world.as('head')
    const after = await line('T18')
    expect(after?.cells.find(({ month }) => month === '2026-11')).toMatchObject({ broken: 1, running: 1 })
    await count()
    expect(await line('T18')).toEqual(after)
  })

  it('what falls due after the months shown is told as later: the total holds whatever runs', async () => {
    const at = (dueAt: string) => ({ state: 'running', dueAt, stoppedAt: null })
    await clocks('T36', [at('2026-12-30T00:00:00Z'), at('2027-01-01T00:00:00Z'), at('2027-05-01T00:00:00Z')])
    const told = await line('T36')
    expect(told).toMatchObject({ total: { running: 3 }, later: { running: 2, kept: 0, keptBps: null } })
    const { laterFrom } = await head(promiseLedger, { query: {} })
    expect(laterFrom).toBe('2027-01')
    const behind = await head(listPromiseCases, { params: { clockId: 'T36' }, query: { from: '2027-01' } })
    expect(behind.items.map(({ runNo }) => runNo)).toEqual([2, 3])
    expect(await line('T36', { until: '2026-12' })).toMatchObject({ total: { running: 1 }, later: null })
  })

  it('shows the cases behind a figure, and is the same by institution', async () => {
    const cases = (query: object) => head(listPromiseCases, { params: { clockId: 'T18' }, query })
    const all = await cases({})
    expect(all.items.map((one) => [one.runNo, one.outcome])).toEqual([
      [7, 'cancelled'],
      [1, 'kept'],
      [2, 'broken'],
      [3, 'broken'],
      [4, 'broken'],
      [5, 'kept'],
      [6, 'running'],
    ])
    const paged: number[] = []
    let cursor: string | undefined
    do {
      const page = await cases({ limit: 2, ...(cursor ? { cursor } : {}) })
      paged.push(...page.items.map(({ runNo }) => runNo))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(paged).toEqual([7, 1, 2, 3, 4, 5, 6])
    expect((await cases({ month: '2026-09', outcome: 'broken' })).items.map(({ runNo }) => runNo)).toEqual([2])
    expect((await cases({ month: '2026-11' })).items.map(({ runNo }) => runNo)).toEqual([4, 6])
    expect((await cases({ from: '2026-10', until: '2026-11' })).items.map(({ runNo }) => runNo)).toEqual([3, 4, 6])
    // A total counts the months shown, and opens as many cases.
    const { months } = await head(promiseLedger, { query: { until: '2026-10', months: 1 } })
    const shown = (await line('T18', { until: '2026-10', months: 1 }))?.total
    expect([months, shown]).toMatchObject([['2026-10'], { broken: 1, kept: 0 }])
    expect((await cases({ from: months[0], until: months.at(-1) })).items.map(({ runNo }) => runNo)).toEqual([3])
    const { institutions } = await head(promiseLedger, { query: {} })
    const sums = await Promise.all(
      institutions.map(async ({ id, name }) => [name, (await line('T18', { institution: id }))?.total.broken]),
    )
    expect(sums).toEqual(
      expect.arrayContaining([
        ['总公司', 3],
        ['潮南支公司', 3],
        ['两英服务网点', 0],
      ]),
    )
  })

  it('counts apart what was kept by a later time told before it was due, and shows both times', async () => {
    const told = { promisedDueAt: '2026-09-03T00:00:00.000Z', dueAt: '2026-09-10T00:00:00.000Z' }
    await clocks('T17', [
      { state: 'met', ...told, stoppedAt: '2026-09-02T00:00:00Z' },
      { state: 'met', ...told, stoppedAt: '2026-09-09T00:00:00Z' },
      { state: 'broken', ...told, stoppedAt: '2026-09-11T00:00:00Z' },
    ])
    const counts = { kept: 1, keptByAgreement: 1, broken: 1, running: 0, cancelled: 0 }
    // As on a Sunday: all months anew.
    await arrange(world, 'delete from promise_rollup')
    await count()
    const found = await line('T17')
    expect([found?.total, found?.keptBps]).toEqual([counts, 5000])
    const { items } = await head(listPromiseCases, {
      params: { clockId: 'T17' },
      query: { outcome: 'keptByAgreement' },
    })
    expect(items).toMatchObject([{ runNo: 2, outcome: 'keptByAgreement', ...told }])
  })

  it('what ends with the last day of a month is of that month (SLA §2 rule 8)', async () => {
    await clocks('T16', [
      { state: 'met', dueAt: '2026-10-31T16:00:00Z', stoppedAt: '2026-10-31T16:00:00Z' },
      { state: 'broken', dueAt: '2026-09-30T16:00:00Z', stoppedAt: '2026-10-02T00:00:00Z' },
    ])
    const seen = async () =>
      (await line('T16'))?.cells.filter((cell) => cell.kept + cell.broken > 0).map((c) => [c.month, c.kept, c.broken])
    const expected = [
      ['2026-09', 0, 1],
      ['2026-10', 1, 0],
    ]
    // All months anew, as on a Sunday, then the last two: each is counted once.
    await arrange(world, 'delete from promise_rollup')
    for (const night of [1, 2]) {
      await count()
      expect(await seen(), `night ${night}`).toEqual(expected)
    }
    const cases = async (month: string) =>
      (await head(listPromiseCases, { params: { clockId: 'T16' }, query: { month } })).items.map(({ runNo }) => runNo)
    expect([await cases('2026-09'), await cases('2026-10'), await cases('2026-11')]).toEqual([[2], [1], []])
  })

  it('names a case of any kind as people do, not by the number of a row', async () => {
    const lead = await world.as('deskhead')
    const [outlet] = (await lead(listOutlets, {})).items
    await lead(hangBox, { body: { institutionId: outlet?.id ?? '', place: '门口' } })
    const { items } = await head(listPromiseCases, { params: { clockId: 'S01' }, query: {} })
    expect(items).toMatchObject([{ subjectKind: 'box', no: `${outlet?.name}意见箱 门口` }])
  })

  it('counts a report by who serves its village before there is a case', async () => {
    const service = await world.as('service1')
    const { id } = await report(service, testPeople.huang, {}, { channel: 'portal' })
    const { items } = await head(listPromiseCases, { params: { clockId: 'T11' }, query: {} })
    expect(items).toMatchObject([{ subjectKind: 'report', subjectId: id, institution: '峡山服务网点' }])
    world.clock.forward(DAY_MS)
    head = await world.as('head')
    const { institutions } = await head(promiseLedger, { query: {} })
    const late = (names: readonly string[]) =>
      Promise.all(
        names.map(async (name) => {
          const found = institutions.find((one) => one.name === name)
          return found && (await line('T11', { institution: found.id }))?.total.broken
        }),
      )
    const names = ['总公司', '峡山服务网点', '两英服务网点']
    expect(await late(names)).toEqual([1, 1, 0])
    await count()
    expect(await late(names)).toEqual([1, 1, 0])
  })

  it('proves each with the events that started and stopped it', async () => {
    const service = await world.as('service1')
    const files = [{ ...evidence(), field: `file:${APPLICATION_CODE}` }]
    await service(addPapers, { params: { claimId }, body: { channel: 'counter' } }, { files })
    const proof = () => head(provePromise, { params: { clockId: 'L01', subjectId: claimId } })
    const { items } = await head(listPromiseCases, { params: { clockId: 'L01' }, query: {} })
    expect(items).toMatchObject([{ subjectId: claimId, outcome: 'running', institution: '峡山服务网点' }])
    const running = await proof()
    // The fold writes whole seconds.
    const due = items[0]?.dueAt?.replace('.000Z', 'Z')
    expect(running).toMatchObject({ name: '三十日内作出核定', kind: 'statutory', no: items[0]?.no })
    expect(running.runs[0]).toMatchObject({ outcome: 'running', dueAt: due })
    expect(running.runs[0]?.rows).toMatchObject([
      { cause: '起算', by: '李燕玲', event: '收到理赔申请书，法定时限起算', dueAfter: due },
    ])
    expect(running.runs[0]?.explanation).toContain('末日逢休息日')
    const assessor = await world.as('assessor1')
    await assessor(withdrawClaim, { params: { claimId }, body: { reason: '家属放弃申请' } })
    const ended = await proof()
    expect(ended.runs[0]).toMatchObject({ outcome: 'cancelled' })
    expect(ended.runs[0]?.rows.map((row) => `${row.cause} ${row.event}`)).toEqual([
      '起算 收到理赔申请书，法定时限起算',
      '取消 撤案',
    ])
    await expectRefusal(head(provePromise, { params: { clockId: 'L01', subjectId: newId() } }), 'request.not_found')
  })

  it('shows an outlet its own cases only, and nobody without the right anything', async () => {
    const outlet = await world.as('outlet1')
    await arrange(
      world,
      `update claim set institution_id = (select id from institution where code = 'CN-LY' and tenant_id = 1)
      where id = $1`,
      [claimId],
    )
    const own = await outlet(promiseLedger, { query: { months: 14 } })
    expect(own.institutions.map(({ name }) => name)).toEqual(['峡山服务网点'])
    expect((await outlet(listPromiseCases, { params: { clockId: 'T18' }, query: {} })).items).toEqual([])
    await count()
    // The report of its village, not the case of another's.
    const { promises } = await outlet(promiseLedger, { query: { months: 14 } })
    expect(promises.filter(({ total }) => total.broken > 0).map(({ clockId }) => clockId)).toEqual(['T11'])
    await expectRefusal(outlet(provePromise, { params: { clockId: 'T18', subjectId: claimId } }), 'request.not_found')
    await expectRefusal((await world.as('service1'))(promiseLedger, { query: {} }), 'request.not_permitted')
  })

  it('counts a case of any kind by the institution that keeps it, before and after the night', async () => {
    const kinds = [...caseDirectory.keys()].filter((kind) => !SECRET_CASES.includes(kind))
    expect([...PLACED_KINDS].sort()).toEqual(kinds.sort())
    const service = await world.as('service1')
    const [person] = await arrange(world, 'select id from person where name = $1', [testPeople.chen.name])
    await service(registerComplaint, {
      body: {
        channel: 'phone',
        complainant: { name: '陈投诉', phone: '13800011001' },
        matter: { facts: '材料交了两个月没有人答复。', demand: '请尽快答复。' },
      },
    })
    const { id: requestId } = await service(registerRequest, {
      body: { kind: 'enquiry', channel: 'letter', text: '津贴怎么领？', contact: { name: '陈先生' } },
    })
    // One that nobody has taken yet and nobody wrote down: it came by itself.
    const { id: stray } = await service(registerRequest, {
      body: { kind: 'enquiry', channel: 'letter', text: '怎么报案？', contact: { name: '黄先生' } },
    })
    await arrange(world, 'update desk_request set registered_by = null, institution_id = null where id = $1', [stray])
    await service(requestVisit, { body: { kind: 'home', channel: 'hotline', personId: String(person?.id) } })
    const { institutions } = await head(promiseLedger, { query: {} })
    const idOf = (name: string) => institutions.find((one) => one.name === name)?.id ?? ''
    const [request] = (await head(listPromiseCases, { params: { clockId: 'T42' }, query: {} })).items
    expect([request?.subjectId, request?.institution]).toEqual([requestId, '潮南支公司'])
    for (const night of [false, true]) {
      if (night) {
        world.clock.forward(10 * DAY_MS)
        head = await world.as('head')
        await count()
      }
      for (const clockId of ['T22', 'L06', 'T42', 'T06', 'T07', 'S01', 'T11']) {
        const [all, ofHouse] = [await line(clockId), await line(clockId, { institution: idOf('总公司') })]
        expect((all?.total.broken ?? 0) + (all?.total.running ?? 0), clockId).toBeGreaterThan(0)
        expect(ofHouse, clockId).toEqual(all)
      }
    }
  })

  it('a change of class that alone broke a promise is counted to who made it (SLA §2 rule 7)', async () => {
    const { id } = await (await world.as('service1'))(registerComplaint, {
      body: {
        channel: 'phone',
        complainant: { name: '李投诉', phone: '13800011002' },
        matter: { facts: '同一份材料要了两次。', demand: '请说明原因。' },
      },
    })
    const params = { complaintId: id }
    const classify = (caller: Caller, as: 'complex' | 'simple') =>
      caller(classifyComplaint, { params, body: { causes: ['claim_time'], businessLine: 'accident', class: as } })
    const desk = await world.as('coordinator1')
    await desk(checkComplaint, { params, body: { finding: 'ours' } })
    await classify(desk, 'complex')
    world.clock.forward(20 * DAY_MS)
    head = await world.as('head')
    const proof = async () =>
      (await head(provePromise, { params: { clockId: 'L06', subjectId: id } })).runs.map((run) => [
        run.outcome,
        run.brokenBy,
      ])
    expect(await proof()).toEqual([['running', null]])
    await classify(await world.as('coordinator1'), 'simple')
    world.clock.forward(1000)
    expect(await proof()).toEqual([['broken', '肖婉清']])
  })
})
