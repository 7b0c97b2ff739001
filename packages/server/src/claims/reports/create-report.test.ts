import {
  createReport,
  declineReport,
  getClaim,
  getClaimTimeline,
  getReport,
  listClaims,
  registerReport,
  verifyReport,
} from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, mandated, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'

const reporter = { name: '陈小明', phone: '13900000000', relation: 'child' } as const
const fall = { accidentOn: '2026-11-20', cause: 'fall' as const, kinds: ['hospital' as const] }

function told(person: { name: string; idNumber: string }, accident: object = {}) {
  return {
    statedName: person.name,
    statedIdNumber: person.idNumber,
    channel: 'hotline' as const,
    reporter,
    accident: { ...fall, ...accident },
  }
}

describe('CLM-01 first notice', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('CUS-05 says on the timeline who told it, and on what consent', async () => {
    const open = async (change: object) => {
      const { claims } = await service(createReport, { body: { ...told(testPeople.wu), register: true, ...change } })
      return claims[0]?.id ?? ''
    }
    const by = async (claimId: string) =>
      (await service(getClaimTimeline, { params: { claimId } })).entries.find((one) => one.name === 'report.received')
        ?.by
    const claimId = await open({})
    expect(await by(claimId)).toBe('陈小明（子女）代办，没有登记委托，李燕玲经办')
    const { personId } = await service(getClaim, { params: { claimId } })
    const consent = { proxyName: reporter.name, relation: '子女', act: 'report' as const }
    const proxy = await mandated(service, personId, { ...consent, fromOn: '2026-11-01', toOn: '2027-10-31' })
    const other = { accident: { ...fall, accidentOn: '2026-11-02' }, proxyId: proxy.id }
    await expectRefusal(open({ ...other, reporter: { ...reporter, name: '陈大明' } }), 'customers.proxy_not_valid')
    await expectRefusal(
      service(createReport, { body: { ...told(testPeople.lin), proxyId: proxy.id } }),
      'customers.proxy_not_valid',
    )
    expect(await by(await open(other))).toBe(
      '陈小明（子女）代办，凭书面委托（报案，2026-11-01至2027-10-31），李燕玲经办',
    )
  })

  it('opens a claim at once for a known and covered person', async () => {
    const report = await service(createReport, { body: { ...told(testPeople.chen), register: true } })
    expect(report).toMatchObject({ state: 'registered', stateWord: '已立案' })
    expect(report.claims).toHaveLength(1)
    const claimId = report.claims[0]?.id ?? ''
    const { entries } = await service(getClaimTimeline, { params: { claimId } })
    expect(entries.map((entry) => entry.name)).toEqual([
      'accident.known',
      'report.received',
      'report.handled',
      'claim.registered',
    ])
    const page = await service(getClaim, { params: { claimId } })
    expect(page).toMatchObject({
      personName: '陈秀英',
      phoneMasked: '138****0001',
      lines: [{ benefit: 'hospital_allowance', state: 'open', reserveFen: 36000 }],
      reporter: { name: '陈小明', phoneMasked: '139****0000' },
    })
    expect(page.documents.filter((item) => item.required).every((item) => item.state === 'missing')).toBe(true)
    const { items } = await service(listClaims, { query: { q: '秀英' } })
    expect(items).toMatchObject([{ personName: '陈秀英', idNumberMasked: '440524********0018', state: 'collecting' }])
    expect(items[0]?.owner).not.toBeNull()
  })

  it('keeps a second notice of the same event as a draft that names the first', async () => {
    const report = await service(createReport, {
      body: { ...told(testPeople.chen, { accidentOn: '2026-11-21' }), register: true },
    })
    expect(report).toMatchObject({ state: 'draft', claims: [] })
    const view = await service(getReport, { params: { reportId: report.id } })
    expect(view.lookAlikes).toMatchObject([{ kind: 'claim', accidentOn: '2026-11-20' }])
  })

  it('keeps what was said when nobody can be matched, and says nothing about why', async () => {
    const report = await service(createReport, {
      body: { ...told({ name: '陈秀花', idNumber: testPeople.chen.idNumber }), register: true },
    })
    expect(report.state).toBe('draft')
    const view = await service(getReport, { params: { reportId: report.id } })
    expect(view).toMatchObject({ person: null, statedName: '陈秀花', statedIdNumberMasked: '440524********0018' })
  })

  it('does not open a claim for somebody without cover; a person declines it with a reason', async () => {
    const report = await service(createReport, { body: { ...told(testPeople.li), register: true } })
    expect(report.state).toBe('draft')
    const view = await service(getReport, { params: { reportId: report.id } })
    expect(view.covers).toMatchObject([{ covered: false }])
    const personId = view.person?.id ?? ''
    await service(verifyReport, { params: { reportId: report.id }, body: { personId } })
    await expectRefusal(service(registerReport, { params: { reportId: report.id } }), 'report.not_covered')
    const ended = await service(declineReport, {
      params: { reportId: report.id },
      body: { reason: '未满60周岁，当日无保障' },
    })
    expect(ended.state).toBe('not_opened')
    await expectRefusal(service(registerReport, { params: { reportId: report.id } }), 'lifecycle.not_possible')
  })

  it.each([
    ['an accident tomorrow', { accidentOn: '2026-11-24' }, 'report.accident_in_future'],
    ['death before the accident', { diedOn: '2026-11-19', kinds: ['death'] }, 'report.accident_after_death'],
  ])('refuses %s', async (_name, accident, code) => {
    await expectRefusal(service(createReport, { body: told(testPeople.wu, accident) }), code)
  })

  it('refuses a receipt in the future and a wrong check digit', async () => {
    await expectRefusal(
      service(createReport, { body: { ...told(testPeople.wu), receivedAt: '2026-12-01T00:00:00.000Z' } }),
      'report.received_in_future',
    )
    await expectRefusal(
      service(createReport, { body: told({ name: '吴惠珠', idNumber: '440582195307020240' }) }),
      'customers.id_check_digit',
    )
  })

  it('answers the same request sent twice with the same report', async () => {
    const key = 'same-key-twice'
    const body = { ...told(testPeople.zheng), register: true }
    const [first, second] = await Promise.all([
      service(createReport, { body }, { key }),
      service(createReport, { body }, { key }),
    ])
    expect(second).toEqual(first)
    await expectRefusal(service(createReport, { body: told(testPeople.wu) }, { key }), 'request.key_reused')
  })

  it('names every field that is wrong', async () => {
    const problem = await expectRefusal(
      service(createReport, {
        body: { ...told(testPeople.wu, { accidentOn: '2026-02-30' }), reporter: { ...reporter, name: '' } },
      }),
      'request.malformed',
    )
    expect(problem.fields?.map((field) => field.path)).toEqual(['reporter.name', 'accident.accidentOn'])
  })
})
