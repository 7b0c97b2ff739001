/**
 * CLK-04, issue 3 "what breaks next", CUS-11: one board of every kind of case that clocks run on, and nobody finds on
 * it what the kind's own list would keep from them.
 */
import { openAssist } from '@anpei/contract/assist'
import { listCallbacks } from '@anpei/contract/callbacks'
import { listClaims, listReports } from '@anpei/contract/claims'
import {
  assignComplaint,
  assignImprovement,
  checkComplaint,
  classifyComplaint,
  listComplaints,
  listImprovements,
  listTips,
  nameRootCause,
  openImprovement,
  portalReportTip,
  registerComplaint,
} from '@anpei/contract/complaints'
import { listDataRequests, listIncidents, receiveDataRequest, recordIncident } from '@anpei/contract/customers'
import { createApiKey } from '@anpei/contract/identity'
import { CallFailed, type Route } from '@anpei/contract/kernel'
import { listEnrolments, recordEnrolment } from '@anpei/contract/programme'
import { listStandingDuties } from '@anpei/contract/reporting'
import {
  hangBox,
  listBoxes,
  listCalls,
  listOutlets,
  listRequests,
  receiveCall,
  registerRequest,
  saveTelephone,
} from '@anpei/contract/service-desk'
import { countWhatBreaksNext, listWhatBreaksNext } from '@anpei/contract/sla'
import { listVisits, requestVisit } from '@anpei/contract/visits'
import { permissions, systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announceDue } from './sla/index.ts'
import { allRoutes } from './app.ts'
import { oweCallback } from './callbacks/index.ts'
import { caseBoards, caseDirectory } from './cases.ts'
import { systemWrite } from './http/index.ts'
import { newId } from './kernel/index.ts'
import { arrange, opened, openWorld, report, staffId, testPeople, type Caller, type World } from './testing/index.ts'

const HOUR = 3_600_000
/** The own list of each kind, asked for as much as it gives. */
const LISTS: Readonly<Record<string, readonly [Route, object]>> = {
  claim: [listClaims, { limit: 100 }],
  report: [listReports, { limit: 100 }],
  complaint: [listComplaints, { whose: 'all', limit: 100 }],
  improvement: [listImprovements, { whose: 'all', limit: 100 }],
  tip: [listTips, { limit: 100 }],
  request: [listRequests, { limit: 100 }],
  call: [listCalls, { show: 'all', limit: 100 }],
  box: [listBoxes, { limit: 100 }],
  visit: [listVisits, { limit: 100 }],
  callback: [listCallbacks, { limit: 100 }],
  enrolment: [listEnrolments, { limit: 100 }],
  data_request: [listDataRequests, { limit: 100 }],
  data_incident: [listIncidents, { limit: 100 }],
  duty: [listStandingDuties, {}],
}
const READERS = `head service1 deskhead outlet1 liaison1 assessor1 handler1 handler2 coordinator1 complainthead
  compliance cpo gm pm finance1 admin`.split(/\s+/)

describe('CLK-04, CUS-11, CMP-05, CMP-12 what breaks next, of every kind of case', () => {
  let world: World
  let all: Caller
  let incidentId = ''
  let aboutHandler = ''

  beforeAll(async () => {
    world = await openWorld()
    await arrange(world, `update role set permissions = $1 where code = 'claims_head'`, [Object.keys(permissions)])
    await madeOfEveryKind()
    await world.runJobs()
    all = await world.as('head')
  })
  afterAll(() => world.close())

  async function madeOfEveryKind(): Promise<void> {
    const [service, lead, desk, compliance] = await Promise.all(
      ['service1', 'deskhead', 'coordinator1', 'compliance'].map((login) => world.as(login)),
    )
    if (!service || !lead || !desk || !compliance) throw new Error('nobody there')
    const [chen] = await arrange(world, 'select id from person where name = $1', [testPeople.chen.name])
    const personId = String(chen?.id)
    await opened(service, testPeople.wu)
    await report(service, testPeople.huang, {}, { channel: 'portal' })
    const handler1 = await staffId(world, 'handler1')
    const complain = (phone: string, concernedIds: string[]) =>
      service(registerComplaint, {
        body: {
          channel: 'phone',
          complainant: { name: '陈投诉', phone },
          matter: { facts: `没有人答复（${phone}）。`, demand: '请答复。' },
          concernedIds,
        },
      })
    aboutHandler = (await complain('13800011002', [handler1])).id
    await improved((await complain('13800011001', [])).id, desk)
    await service(registerRequest, {
      body: { kind: 'enquiry', channel: 'letter', text: '津贴怎么领？', contact: { name: '陈先生' } },
    })
    await service(requestVisit, { body: { kind: 'home', channel: 'hotline', personId } })
    const [outlet] = (await lead(listOutlets, {})).items
    await lead(hangBox, { body: { institutionId: outlet?.id ?? '', place: '门口' } })
    const asks = { kind: 'access', asker: 'self', channel: 'counter', asks: '你们有我的什么信息' } as const
    await service(receiveDataRequest, { params: { personId }, body: asks })
    incidentId = (
      await compliance(recordIncident, {
        body: {
          title: '名单误发',
          level: 'general',
          what: '误把名单发到外部邮箱',
          personsCount: 12,
          knownAt: world.clock.now(),
          sealFrom: ['gm', 'head'],
        },
      })
    ).id
    await service(recordEnrolment, {
      body: { name: '新居民', idNumber: '440524195001010036', phone: '', channel: 'phone', consent: '电话同意' },
    })
    await madeOutsideTheDesk(lead)
  }

  async function madeOutsideTheDesk(lead: Caller): Promise<void> {
    const code = '7777777777777701'
    await world.anyone(portalReportTip, { body: { code, facts: '多付赔款给亲戚。', named: false } })
    await missedCall(lead)
    await (await world.as('broker1'))(openAssist, {
      body: {
        clientName: '林太',
        clientIdNumber: testPeople.lin.idNumber,
        clientPhone: '13900000000',
        insurerTenantId: 1,
        accident: { accidentOn: '2026-11-01', cause: 'fall', kinds: ['hospital'], narrative: '滑倒' },
      },
    })
    await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      oweCallback(tx, {
        occasion: 'complaint_closed',
        subject: { kind: 'complaint', id: newId() },
        about: 'T261100000017',
        personId: null,
        contact: { name: '林先生', phone: '13800001234', relation: '' },
        dueOn: '2026-11-30',
        excluded: [],
      }),
    )
    await arrange(
      world,
      `insert into duty_instance (tenant_id, id, duty_code, guarantee_code, definition_version, title, clause, proof,
         period_key, from_on, to_on, due_on, owner_id, state, opened_at)
       values (1, $1, 'T29', 'G06', 1, '员工培训', '每月一次（T29）', '签到表', '2026-11', '2026-11-01', '2026-11-30',
         '2026-11-30', $2, 'open', '2026-11-01')`,
      [newId(), await staffId(world, 'pm')],
    )
  }

  async function improved(complaintId: string, desk: Caller): Promise<void> {
    const params = { complaintId }
    const by = await world.as('handler2')
    await desk(checkComplaint, { params, body: { finding: 'ours' } })
    const classed = { causes: ['claim_time' as const], businessLine: 'accident' as const, class: 'simple' as const }
    await desk(classifyComplaint, { params, body: classed })
    await desk(assignComplaint, { params, body: { userId: await staffId(world, 'handler1') } })
    await by(nameRootCause, { params, body: { step: 'callback', rootCause: 'slow', why: '没有排班。' } })
    const ownerId = await staffId(world, 'deskhead')
    const body = { title: '回访排班', plan: '每天排定。', ownerId, dueOn: '2026-12-03' }
    const { id } = await by(openImprovement, { params, body: { ...body, windowDays: 30 } })
    await desk(assignImprovement, { params: { improvementId: id }, body: { ownerId, dueOn: '2026-12-03' } })
  }

  async function missedCall(lead: Caller): Promise<void> {
    const line = '0754-80000000'
    await lead(saveTelephone, { body: { lines: [{ number: line, line: 'consult' }], extensions: [] } })
    const { key } = await (await world.as('admin'))(createApiKey, {
      body: { name: '话务系统', permissions: ['desk.inbound'], expiresAt: null },
    })
    const system = world.with({ authorization: `Bearer ${key}` })
    const call = { callNo: 'c-1', direction: 'in', lineNumber: line, phone: '13711112222' } as const
    const ago = (seconds: number) => new Date(Date.parse(world.clock.now()) - seconds * 1000).toISOString()
    const words = [
      { what: 'rang', at: ago(90) },
      { what: 'ended', at: ago(20), by: 'customer' },
    ] as const
    await system(receiveCall, { body: { ...call, words: [...words] } })
  }

  const board = async (caller: Caller, query: object = {}) =>
    (await caller(listWhatBreaksNext, { query: { limit: 100, ...query } })).items

  /** Null where the reader may not ask for the list at all. */
  async function ownList(caller: Caller, kind: string): Promise<ReadonlySet<string> | null> {
    const [route, query] = LISTS[kind] ?? []
    if (!route) throw new Error(`no own list of a ${kind}`)
    try {
      return new Set(JSON.stringify(await caller(route, { query })).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g))
    } catch (error) {
      if (error instanceof CallFailed && error.status === 403) return null
      throw error
    }
  }

  it('every kind that clocks run on has its place in it, and the standing duties', () => {
    expect([...caseBoards.keys()].sort()).toEqual([...caseDirectory.keys(), 'duty'].sort())
    const lists = new Set(allRoutes.filter(({ route }) => route.method === 'GET').map(({ route }) => route.permission))
    for (const { permission } of caseBoards.values()) expect(lists).toContain(permission)
  })

  it('shows a case of each with number, owner, place, what is left, when and why', async () => {
    const broker = await world.as('broker1')
    const rows = [...(await board(all)), ...(await board(broker)), ...(await board(await world.as('compliance')))]
    const tips = await board(await world.as('cpo'), { kind: 'tip' })
    expect([...new Set([...rows, ...tips].map((row) => row.kind))].sort()).toEqual([...caseBoards.keys()].sort())
    for (const row of [...rows, ...tips]) {
      expect([row.kind, row.no.length > 0, row.kindWord.length > 0]).toEqual([row.kind, true, true])
      expect(row.clocks.length, row.kind).toBeGreaterThan(0)
      for (const clock of row.clocks) {
        expect(clock.remaining, `${row.kind} ${clock.clockId}`).toMatch(/还剩|超期|过/)
        expect(`${clock.title}${clock.explanation}`.length, row.kind).toBeGreaterThan(4)
      }
      // What breaks first of a case is what it stands in the list by; a right of the customer's breaks nothing.
      const dues = row.clocks.map((clock) => Date.parse(clock.dueAt ?? ''))
      if (row.dueAt !== null) expect(dues, row.kind).toContain(Date.parse(row.dueAt))
    }
    const one = (kind: string) => rows.find((row) => row.kind === kind)
    expect(one('duty')).toMatchObject({
      no: '员工培训',
      dueAt: '2026-11-30T16:00:00.000Z',
      clocks: [{ clockId: 'T29', explanation: '每月一次（T29）', late: false }],
    })
    expect(one('improvement')).toMatchObject({ name: '回访排班', ownerName: '陈静仪', stateWord: '整改中' })
    expect(one('callback')).toMatchObject({ kindWord: '回访', name: '林先生' })
    expect(one('complaint')).toMatchObject({ name: '陈投诉' })
    expect(one('enrolment')).toMatchObject({ name: '新居民' })
    expect(one('call')?.no).toMatch(/^来电 11-23/)
    const dues = (await board(all)).map((row) => row.dueAt ?? '9')
    expect(dues).toEqual([...dues].sort())
  })

  it.each(READERS)('%s finds of each kind what the own list of it shows, and no more', async (login) => {
    const caller = await world.as(login)
    const { kinds } = await caller(countWhatBreaksNext, { query: {} })
    for (const kind of Object.keys(LISTS)) {
      const own = await ownList(caller, kind)
      const rows = await board(caller, { kind })
      expect(
        kinds.some((one) => one.kind === kind),
        kind,
      ).toBe(own !== null)
      for (const row of rows) expect(own, kind).toContain(row.id)
      if (own === null) expect(rows, kind).toEqual([])
    }
    const ofAll = (await board(caller)).map((row) => `${row.kind} ${row.id}`)
    const ofEach = (await Promise.all(Object.keys(LISTS).map((kind) => board(caller, { kind })))).flat()
    expect(ofAll.filter((one) => !one.startsWith('assisted_claim')).sort()).toEqual(
      ofEach.map((row) => `${row.kind} ${row.id}`).sort(),
    )
  })

  it('a matter sealed from somebody, a complaint about somebody, are not there for them (CUS-11, CMP-05)', async () => {
    const seen = async (login: string) => (await board(await world.as(login))).map((row) => row.id)
    expect(await seen('compliance')).toContain(incidentId)
    expect(await seen('gm')).not.toContain(incidentId)
    expect(await seen('head')).not.toContain(incidentId)
    expect(await seen('handler2')).toContain(aboutHandler)
    expect(await seen('handler1')).not.toContain(aboutHandler)
  })

  it('counts what it lists, by kind, owner and institution, when time has passed', async () => {
    world.clock.forward(6 * HOUR)
    await announceDue(world.app, 1, caseDirectory)
    const head = await world.as('head')
    const [late] = await board(head, { show: 'late' })
    const [office] = await arrange(world, `select id from institution where code = 'CN'`)
    const filters = [
      {},
      ...[...caseBoards.keys()].map((kind) => ({ kind })),
      { ownerId: late?.ownerId ?? newId() },
      { institutionId: String(office?.id) },
    ]
    for (const filter of filters) {
      const counts = await head(countWhatBreaksNext, { query: filter })
      for (const show of ['late', 'today', 'warned'] as const)
        expect((await board(head, { ...filter, show })).length, `${JSON.stringify(filter)} ${show}`).toBe(counts[show])
    }
    expect((await head(countWhatBreaksNext, { query: {} })).late).toBeGreaterThan(1)
    // The first institution of all stands for everything, also for what is kept nowhere yet.
    const rows = await board(head)
    const whole = rows.map((row) => row.id)
    const here = await arrange(world, `select name from institution where code = 'CN' or parent_id = $1`, [office?.id])
    const names = here.map(({ name }) => String(name))
    const ofOffice = rows.filter((row) => names.includes(row.institutionName ?? ''))
    expect(ofOffice.length).toBeLessThan(rows.length)
    expect((await board(head, { institutionId: String(office?.id) })).map((row) => row.id)).toEqual(
      ofOffice.map((row) => row.id),
    )
    const [first] = await arrange(world, 'select id from institution where parent_id is null and tenant_id = 1')
    expect((await board(head, { institutionId: String(first?.id) })).map((row) => row.id)).toEqual(whole)
    expect((await head(countWhatBreaksNext, { query: { kind: 'report' } })).late).toBeGreaterThan(0)
    expect((await head(countWhatBreaksNext, { query: { kind: 'visit' } })).late).toBe(0)
  })

  it('CLK-05, ORG-05 offers the institutions of the reader; one stands for itself and all below it', async () => {
    const outlet = await world.as('outlet1')
    const offered = async (caller: Caller) => (await caller(countWhatBreaksNext, { query: {} })).institutions
    const houses = await arrange(world, 'select id, parent_id from institution where tenant_id = 1')
    const order = (await offered(all)).map(({ id }) => id)
    expect([...order].sort()).toEqual(houses.map(({ id }) => String(id)).sort())
    for (const { id, parent_id } of houses)
      expect(order.indexOf(String(parent_id))).toBeLessThan(order.indexOf(String(id)))
    const own = await offered(outlet)
    expect(own.length).toBeLessThan(houses.length)
    expect(await offered(await world.as('liaison1'))).toEqual([])
    const [mine] = own
    const [below] = await arrange(
      world,
      `insert into institution (tenant_id, id, code, name, kind, parent_id)
       select tenant_id, $1, 'BELOW', '下属网点', kind, id from institution where id = $2 returning id`,
      [newId(), mine?.id],
    )
    await arrange(world, 'update claim set institution_id = $1', [below?.id])
    const found = await board(all, { institutionId: mine?.id ?? '', kind: 'claim' })
    expect(found.map((row) => row.institutionName)).toEqual(['下属网点'])
    expect((await all(countWhatBreaksNext, { query: { institutionId: newId() } })).late).toBe(0)
  })
})
