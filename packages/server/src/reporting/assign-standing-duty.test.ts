import { assignStandingDuty, myDuties, standingDutyYear, viewStandingDuty } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { expectRefusal, staffId, type Caller, type World } from '../testing/index.ts'
import { closed, dutyOf, openDutyWorld, tendNights } from './duties.fixture.ts'

describe('RPT-06 who answers for a duty', () => {
  let world: World
  let pm: Caller
  beforeAll(async () => {
    world = await openDutyWorld()
    pm = await world.as('pm')
  })
  afterAll(() => world.close())
  const assign = (
    dutyCode: string,
    ownerId: string,
    deputyId: string | null = null,
    departmentId: string | null = null,
  ) => pm(assignStandingDuty, { params: { dutyCode }, body: { departmentId, ownerId, deputyId, reason: '岗位调整' } })

  it('open instances go over to the new owner, those to come too; closed ones stay as they were', async () => {
    const [head, service] = [await staffId(world, 'head'), await staffId(world, 'service1')]
    const done = await dutyOf(pm, 'T29')
    await closed(pm, done.id)
    await assign('T29', head, service)
    await tendNights(world, 6)
    expect(await dutyOf(pm, 'T29', '2026-11')).toMatchObject({ owner: { name: '林志明' } })
    const next = await dutyOf(pm, 'T29', '2026-12')
    expect(next).toMatchObject({ owner: { name: '郑国华' }, deputy: { name: '李燕玲' }, department: null })
    const mine = await (await world.as('service1'))(myDuties, {})
    expect(mine.duties.map(({ dutyCode }) => dutyCode)).toContain('T29')
    await assign('T29', service, head)
    const { history } = await pm(viewStandingDuty, { params: { dutyId: next.id } })
    expect(history.at(-1)).toMatchObject({ text: '指定责任人', reason: '岗位调整' })
    const { guarantees } = await pm(standingDutyYear, { params: { year: 2026 } })
    expect(guarantees.flatMap(({ duties }) => duties).find(({ code }) => code === 'T29')).toMatchObject({
      owner: { name: '李燕玲' },
    })
  })

  it('is somebody who works here, and not the same person twice', async () => {
    const head = await staffId(world, 'head')
    await expectRefusal(assign('T29', newId()), 'duty.unknown_choice')
    await expectRefusal(assign('T29', head, head), 'duty.unknown_choice')
    await expectRefusal(assign('T29', head, null, newId()), 'duty.unknown_choice')
    await expectRefusal(assign('T99', head), 'request.not_found')
  })
})
