import { describe, expect, it } from 'vitest'
import { decideClosingDuty, decideOpeningByHand, type DutyFacts } from './close-duty.ts'
import { dutyFaults, type DutyTable } from './duty-def.ts'
import { shippedDuties } from './duty-world.fixture.ts'

const facts: DutyFacts = {
  state: 'open',
  from: '2026-11-01',
  today: '2026-11-20',
  answerable: ['owner', 'deputy'],
  actorId: 'owner',
  mayManage: false,
  files: 1,
}

describe('RPT-06 a duty closes only with its evidence', () => {
  it.each<[string, Partial<DutyFacts>, string | null]>([
    ['by its owner', {}, null],
    ['by the deputy', { actorId: 'deputy' }, null],
    ['by whoever manages the duties', { actorId: 'other', mayManage: true }, null],
    ['never without a file', { files: 0 }, 'duty.no_evidence'],
    ['never by somebody else', { actorId: 'other' }, 'duty.not_yours'],
    ['never before its period', { today: '2026-10-31' }, 'duty.not_begun'],
    ['never twice', { state: 'closed' }, 'lifecycle.not_possible'],
  ])('%s', (_case, given, code) => {
    const decision = decideClosingDuty({ ...facts, ...given })
    expect(decision.ok ? null : decision.code).toBe(code)
  })

  it('only ad-hoc duties are opened by hand, due today or later', () => {
    const by = (dueOn: string, isAdHoc = true) => decideOpeningByHand({ dueOn, today: '2026-11-20', isAdHoc })
    expect(by('2026-11-20').ok).toBe(true)
    expect(by('2026-11-19')).toMatchObject({ ok: false, code: 'duty.due_in_past' })
    expect(by('2026-12-19', false)).toMatchObject({ ok: false, code: 'duty.not_by_hand' })
  })
})

describe('RPT-06 the shipped table of the ten guarantees', () => {
  const table: DutyTable = JSON.parse(JSON.stringify(shippedDuties))

  it('is sound, names the departments and periods of the guarantees, and every T28–T34 duty', () => {
    expect(dutyFaults(table)).toEqual([])
    expect(table.guarantees.map((one) => [one.name, one.period, one.departments.join('+')])).toEqual([
      ['责任范围梳理', 'half_yearly', '产品研发部+销售部'],
      ['响应时效', 'weekly', '客服部+理赔部'],
      ['理赔流程', 'quarterly', '理赔部'],
      ['资金', 'yearly', '财务部+审计部'],
      ['质量评估', 'half_yearly', '客服部+综合管理部'],
      ['培训', 'monthly', '人力资源部'],
      ['客户关系', 'quarterly', '客服部'],
      ['应急', 'yearly', '综合管理部'],
      ['市场调研', 'half_yearly', '市场部'],
      ['合作交流', 'ad_hoc', '公共关系部'],
    ])
    const codes = ['T28', 'T29', 'T30a', 'T30b', 'T31a', 'T31b', 'T31c', 'T32', 'T33a', 'T33b', 'T33c', 'T34']
    expect(table.duties.map(({ code }) => code)).toEqual(expect.arrayContaining(codes))
  })

  it('says what is wrong with a table', () => {
    const [first] = table.duties
    if (!first) throw new Error('no duty')
    const broken: DutyTable = {
      guarantees: table.guarantees.slice(1),
      duties: [...table.duties.slice(1), { ...first, code: 'T28', guarantee: 'G99', reminders: [80, 50] }],
    }
    expect(dutyFaults(broken)).toEqual([
      '应有 10 项长效保障，现有 9 项',
      '编号 T28 重复',
      'T28：所属的保障 G99 不存在',
      'T28：提醒百分比应为由小到大的正数',
    ])
  })
})
