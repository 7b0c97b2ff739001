import { declineReport, getReport, listReports, verifyReport } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, type Caller, expectRefusal, openWorld, report, testPeople, type World } from '../../testing/index.ts'

describe('CLM-01 a report is not opened only by a person, with a reason', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())
  const decline = (reportId: string, reason = '未满60周岁，当日无保障') =>
    service(declineReport, { params: { reportId }, body: { reason } })

  it('keeps the reason, takes the buttons away, and stays findable', async () => {
    const { id, reportNo } = await report(service, testPeople.li, {}, { register: true })
    const [row] = await arrange(world, 'select id from person where name = $1', ['李晓敏'])
    await service(verifyReport, { params: { reportId: id }, body: { personId: String(row?.id) } })
    expect(await decline(id)).toMatchObject({ state: 'not_opened', stateWord: '未立案', claims: [] })
    const view = await service(getReport, { params: { reportId: id } })
    expect(view.closingReason).toBe('未满60周岁，当日无保障')
    expect(view.can).not.toContain('amend')
    expect(view.can).not.toContain('register')
    const { items } = await service(listReports, { query: { state: 'not_opened', q: reportNo } })
    expect(items).toMatchObject([{ id, personName: '李晓敏', claimNos: [] }])
    await expectRefusal(decline(id), 'lifecycle.not_possible')
  })

  it('writes who declined it and why; the clock of the notice stops', async () => {
    const { id } = await report(service, testPeople.chen)
    await decline(id, '重复报案')
    const events = await arrange(
      world,
      'select name, reason, actor_kind from event where subject_id = $1 order by id',
      [id],
    )
    expect(events.map((event) => event.name)).toEqual(['report.received', 'report.declined', 'report.handled'])
    expect(events[1]).toMatchObject({ reason: '重复报案', actor_kind: 'staff' })
  })

  it('needs a reason, and the permission', async () => {
    const { id } = await report(service, testPeople.wu)
    const problem = await expectRefusal(decline(id, '  '), 'request.malformed')
    expect(problem.fields).toEqual([{ path: 'reason', message: '必填' }])
    const liaison = await world.as('liaison1')
    await expectRefusal(
      liaison(declineReport, { params: { reportId: id }, body: { reason: '无保障' } }),
      'request.not_permitted',
    )
    expect((await service(getReport, { params: { reportId: id } })).state).toBe('draft')
  })
})
