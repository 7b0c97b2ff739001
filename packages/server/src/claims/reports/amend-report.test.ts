import { amendReport, cancelReport, getReport, registerReport, verifyReport } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import {
  arrange,
  type Caller,
  expectRefusal,
  openWorld,
  report,
  testPeople,
  type Told,
  told,
  type World,
} from '../../testing/index.ts'

describe('CLM-01 correcting what was told', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  const amend = (reportId: string, person: Told, accident: object = {}, rest: object = {}) => {
    const { channel: _channel, ...body } = told(person, accident)
    return service(amendReport, { params: { reportId }, body: { ...body, ...rest } })
  }

  it('matches the person once the name is right, and the claim opens on the corrected day', async () => {
    const { id } = await report(
      service,
      { name: '陈秀花', idNumber: testPeople.chen.idNumber },
      { accidentOn: '2025-01-01' },
    )
    expect((await service(getReport, { params: { reportId: id } })).person).toBeNull()
    expect((await amend(id, testPeople.chen, { accidentOn: '2026-11-19', narrative: '楼梯跌倒' })).state).toBe('draft')
    const view = await service(getReport, { params: { reportId: id } })
    expect(view).toMatchObject({
      person: { name: '陈秀英' },
      statedIdNumberMasked: '',
      accident: { accidentOn: '2026-11-19', narrative: '楼梯跌倒' },
    })
    await service(verifyReport, { params: { reportId: id }, body: { personId: view.person?.id ?? '' } })
    const { claims } = await service(registerReport, { params: { reportId: id } })
    const [row] = await arrange(world, 'select accident_on::text as day from claim where id = $1', [claims[0]?.id])
    expect(row?.day).toBe('2026-11-19')
  })

  it('says in the log that it was amended, and nothing personal', async () => {
    const { id } = await report(service, testPeople.lin)
    await amend(id, testPeople.lin, { narrative: '在巷口被自行车撞到' })
    const events = await arrange(
      world,
      `select facts::text as facts from event where subject_id = $1 and name = 'report.amended'`,
      [id],
    )
    expect(events).toEqual([{ facts: '{"accidentOn": "2026-11-20"}' }])
    const [row] = await arrange(world, 'select sealed from report where id = $1', [id])
    expect(String(row?.sealed)).not.toContain('巷口')
  })

  it.each([
    ['an accident tomorrow', { accidentOn: '2026-11-24' }, 'report.accident_in_future'],
    ['a death tomorrow', { diedOn: '2026-11-24', kinds: ['death'] }, 'report.death_in_future'],
    ['an accident before birth', { accidentOn: '1940-01-14' }, 'report.accident_before_birth'],
  ])('refuses %s and keeps what stood', async (_name, accident, code) => {
    const { id } = await report(service, testPeople.chen)
    await expectRefusal(amend(id, testPeople.chen, accident), code)
    expect((await service(getReport, { params: { reportId: id } })).accident.accidentOn).toBe('2026-11-20')
  })

  it('refuses an unknown person, a merged one, an ended and an unknown report', async () => {
    const { id } = await report(service, testPeople.wu)
    await expectRefusal(amend(id, testPeople.wu, {}, { personId: newId() }), 'request.not_found')
    const [huang] = await arrange(
      world,
      `update person set merged_into = (select id from person where name = '吴惠珠')
      where name = '黄锡坤' returning id`,
    )
    await expectRefusal(amend(id, testPeople.wu, {}, { personId: huang?.id }), 'report.person_merged')
    await service(cancelReport, { params: { reportId: id }, body: { reason: '误报' } })
    await expectRefusal(amend(id, testPeople.wu), 'lifecycle.not_possible')
    await expectRefusal(amend(newId(), testPeople.wu), 'request.not_found')
  })
})
