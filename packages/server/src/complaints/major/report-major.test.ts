import { getMajor, reportMajor } from '@anpei/contract/complaints'
import { listAlarms } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { look } from '../complaints.fixture.ts'
import { declared, type Major } from './major.fixture.ts'

const DAY = 86_400_000

describe('CMP-12 a major complaint is reported at fixed times', () => {
  let of: Major
  beforeAll(async () => {
    of = await declared()
  })
  afterAll(() => of.world.close())
  const clocks = async (id: string) =>
    (await look(await of.world.as('complainthead'), of.params.complaintId)).clocks.filter((one) => one.id === id)

  it('first in two hours, then every day; the clock of each begins and ends by it', async () => {
    const say = async (kind: 'first' | 'follow_up', login: string) =>
      (await of.world.as(login))(reportMajor, { params: of.params, body: { kind, text: '代表在二楼，情绪稳定。' } })
    await expectRefusal(say('follow_up', 'handler1'), 'complaint.major_report_order')
    await expectRefusal(say('first', 'handler2'), 'complaint.major_not_yours')
    await say('first', 'handler1')
    expect(await clocks('M01')).toMatchObject([{ state: 'met' }])
    expect(await clocks('M02')).toMatchObject([{ state: 'running', kind: 'internal' }])
    const { items } = await (await of.world.as('complainthead'))(listAlarms, { query: {} })
    expect(items).toMatchObject([
      {
        clockTitle: '重大投诉报告',
        levelWord: '报告给您',
        explanation: '首次报告，彭子轩 报',
        subjectId: of.params.complaintId,
      },
    ])
    of.world.clock.forward(DAY)
    await say('follow_up', 'handler1')
    expect((await clocks('M02')).map((one) => one.state)).toEqual(['met', 'running'])
    const seen = await (await of.world.as('complainthead'))(getMajor, { params: of.params })
    expect(seen.reports).toMatchObject([
      { kind: 'first', by: '彭子轩', to: '方俊杰' },
      { kind: 'follow_up', kindWord: '续报' },
    ])
  })
})
