import { getClaim, listReports } from '@anpei/contract/claims'
import { findPersons } from '@anpei/contract/customers'
import { portalGuide } from '@anpei/contract/portal'
import {
  askCover,
  checkEnrolment,
  decideEnrolment,
  headCounts,
  listProgrammes,
  listRoster,
  publishVersion,
  recordEnrolment,
  renewPolicy,
} from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idCheckCharacter } from '@anpei/domain/customers'
import { expectRefusal, opened, openWorld, report, testPeople, type World } from './testing/index.ts'
import { agreed, authorisedAndTold, openedChange, stepOf } from './testing/versions.ts'

const LAST_DAY = '2027-03-31'
const solution = { kind: 'solution', happenedOn: '2026-11-22', solution: '到期后由新采购的方案承接' } as const

/** On no roster yet. */
function stranger(name: string, order: string) {
  const stem = `44052419440404${order}`
  const idNumber = stem + idCheckCharacter(stem)
  return { name, idNumber, phone: '', channel: 'phone', consent: '电话中同意' } as const
}

describe('PRG-01, PRG-04, PRG-08 a programme ends', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const programme = async () => {
    const [one] = (await (await world.as('head'))(listProgrammes, {})).programmes
    if (!one) throw new Error('no programme')
    return one
  }
  const coverOf = async (who: keyof typeof testPeople, day: string) => {
    const head = await world.as('head')
    const personId = (await head(findPersons, { body: { q: testPeople[who].idNumber } })).items[0]?.id ?? ''
    return (await head(askCover, { params: { personId }, query: { day } })).answers[0]
  }
  const ended = (copy: Record<string, unknown>): void => {
    copy['inForceTo'] = LAST_DAY
  }

  it('an end is a cut in cover and goes the road of one; published, it is the last day of the programme', async () => {
    const view = await openedChange(world, '2027-02-01', ended)
    expect(view).toMatchObject({ kinds: { cut: true }, differences: [{ title: '到期日', after: LAST_DAY }] })
    await agreed(world, view)
    await stepOf(world, view, solution)
    await authorisedAndTold(world, view)
    await (await world.as('head'))(publishVersion, { params: { versionId: view.versionId } })
    const { lastOn, versions } = await programme()
    expect(lastOn).toBe(LAST_DAY)
    expect(versions.slice(0, 2).map((one) => [one.effectiveFrom, one.effectiveBefore])).toEqual([
      ['2027-02-01', '2027-04-01'],
      ['2026-10-01', '2027-02-01'],
    ])
  })

  let late = ''
  it('who moves in during the last month would be covered after it only', async () => {
    world.clock.set('2027-03-20T01:00:00.000Z')
    const desk = await world.as('service1')
    late = (await desk(recordEnrolment, { body: stranger('周阿婆', '042') })).id
    const looked = { villageCode: '440514001001', residentSince: '2027-03-02', evidence: '户口簿首页照片' }
    await desk(checkEnrolment, { params: { enrolmentId: late }, body: looked })
    const accept = { params: { enrolmentId: late }, body: { act: 'accept' } } as const
    await expectRefusal((await world.as('head'))(decideEnrolment, accept), 'programme.ended')
  })

  it('until the last day all are covered, after it nobody is', async () => {
    world.clock.set('2027-04-05T01:00:00.000Z')
    expect(await coverOf('chen', LAST_DAY)).toMatchObject({
      covered: true,
      span: { fromOn: '2025-10-01', toOn: LAST_DAY },
    })
    expect(await coverOf('chen', '2027-04-01')).toMatchObject({
      covered: false,
      sentence: '按现在掌握的情况，2027年4月1日不在保：方案已于2027年3月31日到期。',
    })
    const head = await world.as('head')
    const names = (await head(listRoster, { query: {} })).items.filter((row) => row.coveredToday).map((row) => row.name)
    expect(names).toEqual([])
    const heads = await head(headCounts, {})
    expect(heads.divisions.map((one) => one.covered).filter((n) => n > 0)).toEqual([])
    const body = { holderName: '潮南区民政局', holderPhone: '0754-80000200', plannedHeads: 10 }
    const params = { programmeId: (await programme()).id }
    await expectRefusal(head(renewPolicy, { params, body }), 'programme.no_version_for_year')
  })

  it('an accident before it is a claim still, one after it is none', async () => {
    const desk = await world.as('service1')
    const claimId = await opened(desk, testPeople.chen, { accidentOn: LAST_DAY })
    expect(await desk(getClaim, { params: { claimId } })).toMatchObject({ accidentOn: LAST_DAY })
    const after = await report(desk, testPeople.lin, { accidentOn: '2027-04-02' }, { register: true })
    expect(after).toMatchObject({ claims: [] })
    expect((await desk(listReports, { query: {} })).items.length).toBeGreaterThan(0)
  })

  it('nobody is told of it as offered or enrols; the papers of its claims can still be looked up', async () => {
    expect((await world.anyone(portalGuide, {})).programme).toContain('潮南')
    const desk = await world.as('service1')
    await expectRefusal(desk(recordEnrolment, { body: stranger('李阿公', '035') }), 'programme.none_offered')
  })

  it('goes on only without a day between; cover is then what it was, also of who came meanwhile', async () => {
    const head = await world.as('head')
    const gap = await openedChange(world, '2027-04-02', null)
    await agreed(world, gap)
    await expectRefusal(head(publishVersion, { params: { versionId: gap.versionId } }), 'programme.starts_after_gap')
    const past = await openedChange(world, '2027-04-01', (copy) => {
      copy['inForceTo'] = '2027-04-04'
    })
    await agreed(world, past)
    await expectRefusal(head(publishVersion, { params: { versionId: past.versionId } }), 'programme.ends_in_past')
    const next = await openedChange(world, '2027-04-01', null)
    await agreed(world, next)
    await head(publishVersion, { params: { versionId: next.versionId } })
    expect(await programme()).toMatchObject({ lastOn: null })
    expect(await coverOf('chen', '2027-04-01')).toMatchObject({ covered: true, span: { toOn: null } })
    const accepted = await head(decideEnrolment, { params: { enrolmentId: late }, body: { act: 'accept' } })
    expect(accepted).toMatchObject({ state: 'accepted', coverFrom: '2027-04-01' })
  })
})
