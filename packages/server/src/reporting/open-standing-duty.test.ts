import { exportStandingDuties, listStandingDuties, openStandingDuty } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type Caller, type World } from '../testing/index.ts'
import { openDutyWorld, tendOnce } from './duties.fixture.ts'

describe('RPT-06 ad-hoc duties', () => {
  let world: World
  let pm: Caller
  beforeAll(async () => {
    world = await openDutyWorld()
    pm = await world.as('pm')
  })
  afterAll(() => world.close())
  const open = (dutyCode: string, dueOn: string, title = '与潮阳区经办机构交流') =>
    pm(openStandingDuty, { body: { dutyCode, title, dueOn } })

  it('合作交流 is opened by hand, as often as it happens; recurring duties open by themselves', async () => {
    await expectRefusal(open('T29', '2026-12-10'), 'duty.not_by_hand')
    await expectRefusal(open('G10-1', '2026-11-22'), 'duty.due_in_past')
    await expectRefusal(open('X', '2026-12-10'), 'duty.unknown_choice')
    await open('G10-1', '2026-11-23')
    await open('G10-1', '2026-12-10', '接待澄海区来访')
    await tendOnce(world)
    const { duties } = await pm(listStandingDuties, { query: { guarantee: 'G10' } })
    expect(duties.map((row) => [row.title, row.standing, row.owner?.name, row.department?.name])).toEqual([
      ['与潮阳区经办机构交流', 'due_soon', '林志明', '公共关系部'],
      ['接待澄海区来访', 'open', '林志明', '公共关系部'],
    ])
    expect((await pm(listStandingDuties, { query: { mine: 'true', guarantee: 'G10' } })).duties).toHaveLength(2)
    const finance = await world.as('finhead')
    expect((await finance(listStandingDuties, { query: { mine: 'true', guarantee: 'G10' } })).duties).toEqual([])
  })

  it('the list leaves as a file', async () => {
    const file: unknown = await pm(exportStandingDuties, { query: { guarantee: 'G10', format: 'csv' } })
    expect(file).toBeInstanceOf(Blob)
    if (!(file instanceof Blob)) return
    const lines = (await file.text()).trim().split('\r\n')
    expect(lines[1]).toBe(
      '合作交流,与潮阳区经办机构交流,按需,2026-11-23,2026-11-23,2026-11-23,2026-11-23,即将到期,公共关系部,' +
        '林志明,陈总,0,,长效保障“合作交流”：按需开展',
    )
    const book: unknown = await pm(exportStandingDuties, { query: {} })
    expect(
      book instanceof Blob &&
        Buffer.from(await book.arrayBuffer())
          .subarray(0, 2)
          .toString(),
    ).toBe('PK')
  })
})
