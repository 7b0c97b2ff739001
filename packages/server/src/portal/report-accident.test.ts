import { getReport, listReports, registerReport, verifyReport } from '@anpei/contract/claims'
import { portalGuide, portalContacts, portalMyCases, portalReport } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { familyOf } from './families.fixture.ts'

const { chen } = testPeople

describe('CLM-01 POR-03 a family reports an accident', () => {
  let world: World
  let family: Caller
  beforeAll(async () => {
    world = await openWorld()
    family = await familyOf(world, '13744440001')
  })
  afterAll(() => world.close())

  const body = (change: object = {}, accident: object = {}) => ({
    insuredName: chen.name,
    insuredIdNumber: chen.idNumber,
    reporterName: '陈小明',
    relation: 'child' as const,
    ...change,
    accident: {
      accidentOn: '2026-11-22',
      cause: 'fall' as const,
      place: 'indoors' as const,
      kinds: ['hospital' as const],
      ...accident,
    },
  })

  it('is kept as a report by the portal, answered with its number and when somebody looks', async () => {
    const answer = await family(portalReport, { body: body() })
    expect(answer.reportNo).toMatch(/^B2611\d{8}$/)
    expect(Date.parse(answer.contactBy) - Date.parse(answer.receivedAt)).toBe(5 * 60_000)
    expect(answer.ownerName).toMatch(/^(李燕玲|黄晓敏|吴泽伟)$/)
    const view = await reportOf(world, answer.reportNo)
    expect(view).toMatchObject({
      state: 'draft',
      channel: 'portal',
      reporter: { name: '陈小明', phoneMasked: '137****0001', relation: 'child' },
    })
    expect(view.person?.name).toBe(chen.name)
  })

  it('answers alike for the registered, for nobody, and for what only the register contradicts', async () => {
    await world.app.pool.withTenant(1, ({ client }) =>
      client.query("update person set died_on = '2026-01-05' where tenant_id = 1 and id_hash = $1", [
        world.app.vault(1).lookupHash('id_number', testPeople.wu.idNumber),
      ]),
    )
    const answers = await Promise.all([
      family(portalReport, { body: body() }),
      family(portalReport, { body: body({ insuredName: '无此人', insuredIdNumber: '440524195001011231' }) }),
      family(portalReport, {
        body: body({ insuredName: testPeople.wu.name, insuredIdNumber: testPeople.wu.idNumber }),
      }),
    ])
    for (const answer of answers)
      expect(Object.keys(answer).sort()).toEqual(['contactBy', 'contactByOn', 'ownerName', 'receivedAt', 'reportNo'])
    const kept = await reportOf(world, answers[2]?.reportNo ?? '')
    expect(kept.person).toBeNull()
    expect(kept.accident.narrative).toContain(testPeople.wu.idNumber)
  })

  it('shows its reporter the step and nothing else, also when a case was opened', async () => {
    const { cases } = await family(portalMyCases, {})
    expect(cases.length).toBeGreaterThan(2)
    expect(cases.every((one) => !one.mayOpen && one.claimId === null && one.next === 'we_check_report')).toBe(true)
    expect(new Set(cases.map((one) => one.personName))).toEqual(new Set(['']))
    const service = await world.as('service1')
    const drafts = await service(listReports, { query: { state: 'draft' } })
    const own = drafts.items.find((one) => one.personName === chen.name)
    const { person } = await service(getReport, { params: { reportId: own?.id ?? '' } })
    await service(verifyReport, { params: { reportId: own?.id ?? '' }, body: { personId: person?.id ?? '' } })
    await service(registerReport, { params: { reportId: own?.id ?? '' } })
    const after = (await family(portalMyCases, {})).cases.find((one) => one.reportId === own?.id)
    expect(after).toMatchObject({
      caseNo: own?.reportNo,
      next: 'case_opened',
      turn: 'we',
      personName: '',
      claimId: null,
      mayOpen: false,
    })
  })

  it.each([
    ['an accident that has not happened yet', {}, { accidentOn: '2026-12-01' }, 'report.accident_in_future'],
    ['a death before the accident', {}, { kinds: ['death'], diedOn: '2026-11-21' }, 'report.accident_after_death'],
    ['a wrong ID number', { insuredIdNumber: '440524194001150019' }, {}, 'customers.id_check_digit'],
    ['a name with digits', { insuredName: '陈8' }, {}, 'customers.name_characters'],
  ])('refuses %s', async (_case, change, accident, code) => {
    await expectRefusal(family(portalReport, { body: body(change, accident) }), code)
  })

  it('happens once when the same request is sent twice', async () => {
    const key = 'report-key-0001'
    const [first, again] = [
      await family(portalReport, { body: body() }, { key }),
      await family(portalReport, { body: body() }, { key }),
    ]
    expect(again).toEqual(first)
  })

  it('needs a proved phone', async () => {
    await expectRefusal(world.anyone(portalReport, { body: body() }), 'request.sign_in_first')
  })

  it('CLM-03 PRG-03 tells everybody the papers of each kind and cause, with substitutes, and numbers', async () => {
    const guide = await world.anyone(portalGuide, {})
    expect(guide.kinds.map((one) => one.kind)).toEqual([
      'death',
      'disability',
      'hospital',
      'medical',
      'transport_death',
      'cause_traffic',
      'cause_falling_object',
    ])
    const besides = guide.kinds.find((one) => one.kind === 'cause_falling_object')?.papers
    expect(besides).toMatchObject([{ code: 'scene_evidence', title: '现场照片或证人证言（有一样就行）' }])
    const hospital = guide.kinds.find((one) => one.kind === 'hospital')?.papers ?? []
    expect(hospital.map((paper) => paper.code)).toContain('discharge_summary')
    expect(hospital.every((paper) => paper.substitute !== '')).toBe(true)
    expect(await world.anyone(portalContacts, {})).toMatchObject({
      elderLine: '0754-8000 0060',
      regulatorPhone: '12378',
      // SRV-11: everything of the one register that is published.
      fax: '0754-8000 0001',
      email: 'fuwu@anpei.example',
      mediation: expect.stringContaining('调解'),
    })
  })
})

async function reportOf(world: World, reportNo: string) {
  const service = await world.as('service1')
  const { rows } = await world.app.pool.withTenant(1, ({ client }) =>
    client.query<{ id: string }>('select id from report where report_no = $1', [reportNo]),
  )
  return service(getReport, { params: { reportId: rows[0]?.id ?? '' } })
}
