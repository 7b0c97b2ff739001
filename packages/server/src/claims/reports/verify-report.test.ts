import { getReport, registerReport, verifyReport } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import {
  arrange,
  type Caller,
  expectRefusal,
  opened,
  openWorld,
  report,
  testPeople,
  type World,
} from '../../testing/index.ts'

describe('CLM-01 verifying a report: the person, the contradictions, the same event', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())
  const personOf = async (name: string) =>
    String((await arrange(world, 'select id from person where name = $1', [name]))[0]?.id)

  it('puts a person to a report that was kept without one, and forgets the typed number', async () => {
    const { id, state } = await report(service, { name: '陈秀花', idNumber: testPeople.chen.idNumber })
    expect(state).toBe('draft')
    await expectRefusal(service(registerReport, { params: { reportId: id } }), 'lifecycle.not_possible')
    const personId = await personOf('陈秀英')
    const stand = await service(verifyReport, { params: { reportId: id }, body: { personId } })
    expect(stand).toMatchObject({ state: 'verified', stateWord: '已核实', claims: [] })
    const view = await service(getReport, { params: { reportId: id } })
    expect(view).toMatchObject({ person: { id: personId, name: '陈秀英' }, statedIdNumberMasked: '' })
    expect(view.covers).toMatchObject([{ covered: true }])
    await expectRefusal(
      service(verifyReport, { params: { reportId: id }, body: { personId } }),
      'lifecycle.not_possible',
    )
  })

  it('refuses an unknown report, an unknown person, and a person merged into another', async () => {
    const { id } = await report(service, testPeople.lin)
    const lin = await personOf('林玉兰')
    await expectRefusal(
      service(verifyReport, { params: { reportId: newId() }, body: { personId: lin } }),
      'request.not_found',
    )
    await expectRefusal(
      service(verifyReport, { params: { reportId: id }, body: { personId: newId() } }),
      'request.not_found',
    )
    await arrange(world, 'update person set merged_into = (select id from person where name = $1) where id = $2', [
      '吴惠珠',
      lin,
    ])
    await expectRefusal(
      service(verifyReport, { params: { reportId: id }, body: { personId: lin } }),
      'report.person_merged',
    )
    await arrange(world, 'update person set merged_into = null where id = $1', [lin])
    expect((await service(verifyReport, { params: { reportId: id }, body: { personId: lin } })).state).toBe('verified')
  })

  it('looks again at what contradicts once the person is known', async () => {
    const { id } = await report(service, { name: '郑建', idNumber: testPeople.zheng.idNumber })
    const zheng = await personOf('郑建国')
    await arrange(world, `update person set died_on = '2026-11-19' where id = $1`, [zheng])
    const problem = await expectRefusal(
      service(verifyReport, { params: { reportId: id }, body: { personId: zheng } }),
      'report.accident_after_death',
    )
    expect(problem.message).toContain('2026-11-19')
    expect((await service(getReport, { params: { reportId: id } })).state).toBe('draft')
  })

  it('notes which event it repeats', async () => {
    const claimId = await opened(service, testPeople.wu)
    const again = await report(service, testPeople.wu, { accidentOn: '2026-11-21' }, { register: true })
    expect(again.claims).toEqual([])
    const { lookAlikes } = await service(getReport, { params: { reportId: again.id } })
    expect(lookAlikes).toMatchObject([{ kind: 'claim', id: claimId }])
    await service(verifyReport, {
      params: { reportId: again.id },
      body: { personId: await personOf('吴惠珠'), sameEventAs: claimId },
    })
    const [row] = await arrange(world, 'select duplicate_of from report where id = $1', [again.id])
    expect(row?.duplicate_of).toBe(claimId)
  })

  it('is not for a post that only takes notices', async () => {
    const { id } = await report(service, testPeople.huang)
    const outlet = await world.as('outlet1')
    await expectRefusal(
      outlet(verifyReport, { params: { reportId: id }, body: { personId: await personOf('黄锡坤') } }),
      'request.not_permitted',
    )
  })
})
