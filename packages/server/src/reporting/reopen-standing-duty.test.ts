import { closeStandingDuty, reopenStandingDuty, viewStandingDuty } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { expectRefusal, type Caller, type World } from '../testing/index.ts'
import { closed, dutyOf, evidence, openDutyWorld } from './duties.fixture.ts'

describe('RPT-06 a closed duty is opened again with a reason', () => {
  let world: World
  let pm: Caller
  beforeAll(async () => {
    world = await openDutyWorld()
    pm = await world.as('pm')
  })
  afterAll(() => world.close())
  const reopen = (caller: Caller, dutyId: string) =>
    caller(reopenStandingDuty, { params: { dutyId }, body: { reason: '签到表缺两人' } })

  it('keeps what was handed in before, and asks for new evidence', async () => {
    const { id } = await dutyOf(pm, 'T29')
    await expectRefusal(reopen(pm, id), 'lifecycle.not_possible')
    await closed(pm, id, '到会 12 人')
    await expectRefusal(reopen(await world.as('head'), id), 'request.not_permitted')
    await reopen(pm, id)
    const open = await pm(viewStandingDuty, { params: { dutyId: id } })
    expect(open).toMatchObject({ standing: 'open', evidenceCount: 0, reopenedCount: 1, closedAt: null })
    expect(open.evidence.map(({ current }) => current)).toEqual([false])
    expect(open.history.at(-1)).toMatchObject({ text: '重新打开', reason: '签到表缺两人', by: '林志明' })
    await expectRefusal(
      pm(closeStandingDuty, { params: { dutyId: id }, body: { finding: '补签' } }, { files: [] }),
      'duty.no_evidence',
    )
    const files = [evidence('补签')]
    await pm(closeStandingDuty, { params: { dutyId: id }, body: { finding: '补签' } }, { files })
    const again = await pm(viewStandingDuty, { params: { dutyId: id } })
    expect(again.evidence.map(({ current }) => current)).toEqual([false, true])
  })

  it('is not found where there is none', async () => {
    await expectRefusal(reopen(pm, newId()), 'request.not_found')
  })
})
